package io.gasminer.c2pa;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;

/** Makes small unsigned media. */
public final class Samples {
  private static final int SIDE = 48;

  /** One pixel. */
  private static final String WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

  /** PCM, one channel, 8 kHz, 8 bits. */
  private static final byte[] WAVE_FORMAT = {
    1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x40, 0x1F, 0, 0, 1, 0, 8, 0
  };

  private Samples() {}

  /** The sample of that file name. */
  public static byte[] named(String name) {
    return Objects.requireNonNull(every().get(name), name);
  }

  /** One of every kind that can be signed, by file name. */
  public static Map<String, byte[]> every() {
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("a.png", png());
    samples.put("a.jpg", jpeg());
    samples.put("a.webp", Base64.getDecoder().decode(WEBP));
    samples.put("a.gif", image("gif"));
    samples.put("a.tiff", image("tiff"));
    samples.put("a.wav", riff("WAVE", chunk("fmt ", WAVE_FORMAT), chunk("data", media())));
    samples.put("a.avi", riff("AVI ", chunk("LIST", letters("movi"), chunk("00dc", media()))));
    samples.put("a.mp3", joined(mp3Frame(), mp3Frame(), mp3Frame()));
    samples.put("a.flac", joined(letters("fLaC"), new byte[] {(byte) 0x80, 0, 0, 34}, media()));
    samples.put("a.mp4", mp4());
    samples.put("a.m4a", movie("M4A "));
    samples.put("a.mov", movie("qt  "));
    samples.put("a.heic", still("heic"));
    samples.put("a.avif", still("avif"));
    samples.put("a.dng", image("tiff"));
    samples.put("big.tif", bigTiff());
    samples.put("a.svg", svg(""));
    samples.put("metadata.svg", svg("<metadata><a>b</a></metadata>"));
    samples.put("a.jxl", jpegXl());
    return samples;
  }

  /** The bytes that the samples built from boxes and chunks carry. */
  public static byte[] media() {
    byte[] media = new byte[2000];
    for (int i = 0; i < media.length; i++) {
      media[i] = (byte) (i * 7);
    }
    return media;
  }

  /** A PNG of a gradient. */
  public static byte[] png() {
    return image("png");
  }

  /** A JPEG of a gradient. */
  public static byte[] jpeg() {
    return image("jpg");
  }

  /** An MP4 with one chunk of media that its index points to, the index first. */
  public static byte[] mp4() {
    return movie("isom");
  }

  /** A drawing with that in it. */
  public static byte[] svg(String inner) {
    return letters(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- <svg> is the root -->
        <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">%s
          <rect width="9" height="9" fill="#336699"/>
          <text>A text that is long enough to be changed</text></svg>
        """
            .formatted(inner));
  }

  /** A container, whose code stream nobody could show. */
  public static byte[] jpegXl() {
    return joined(
        box("JXL ", letters("\r\n\u0087\n")),
        box("ftyp", letters("jxl \0\0\0\0jxl ")),
        box("jxlc", media()));
  }

  private static byte[] bigTiff() {
    ByteBuffer head = ByteBuffer.allocate(52).order(ByteOrder.LITTLE_ENDIAN);
    head.put(letters("II+\0")).putShort((short) 8).putShort((short) 0).putLong(16);
    head.putLong(1).putShort((short) 256).putShort((short) 4).putLong(1).putLong(1).putLong(0);
    return joined(head.array(), media());
  }

  private static byte[] movie(String brand) {
    byte[] type = box("ftyp", letters(brand + "\0\0\2\0isomiso2mp41"));
    int length = index(0).length;
    return joined(type, index(type.length + length + 8), box("mdat", media()));
  }

  private static byte[] index(int offset) {
    byte[] chunks = box("stco", ByteBuffer.allocate(12).putInt(0).putInt(1).putInt(offset).array());
    byte[] track = box("trak", box("mdia", box("minf", box("stbl", chunks))));
    return box("moov", box("mvhd", new byte[100]), track);
  }

  /** One item, whose place in the file is told by {@code iloc}. */
  private static byte[] still(String brand) {
    byte[] type = box("ftyp", letters(brand + "\0\0\0\0mif1" + brand));
    int length = items(0).length;
    return joined(type, items(type.length + length + 8), box("mdat", media()));
  }

  private static byte[] items(int offset) {
    ByteBuffer place = ByteBuffer.allocate(22).putInt(0).putShort((short) 0x4400);
    place.putShort((short) 1).putShort((short) 1).putShort((short) 0).putShort((short) 1);
    byte[] handler = letters("\0\0\0\0\0\0\0\0pict\0\0\0\0\0\0\0\0\0\0\0\0\0");
    byte[] location = place.putInt(offset).putInt(media().length).array();
    return box("meta", new byte[4], box("hdlr", handler), box("iloc", location));
  }

  /** MPEG-1 layer III, 128 kbit/s, 44.1 kHz: 417 bytes. */
  private static byte[] mp3Frame() {
    byte[] frame = new byte[417];
    ByteBuffer.wrap(frame).putInt(0xFFFB9000);
    return frame;
  }

  private static byte[] riff(String form, byte[]... chunks) {
    return chunk("RIFF", letters(form), joined(chunks));
  }

  private static byte[] chunk(String type, byte[]... content) {
    byte[] inner = joined(content);
    ByteBuffer chunk = ByteBuffer.allocate(8 + inner.length).order(ByteOrder.LITTLE_ENDIAN);
    return chunk.put(letters(type)).putInt(inner.length).put(inner).array();
  }

  static byte[] letters(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] box(String type, byte[]... content) {
    byte[] inner = joined(content);
    ByteBuffer box = ByteBuffer.allocate(8 + inner.length).putInt(8 + inner.length);
    return box.put(letters(type)).put(inner).array();
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] image(String format) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < SIDE; x++) {
      for (int y = 0; y < SIDE; y++) {
        image.setRGB(x, y, x * 5 << 16 | y * 5 << 8 | (x ^ y));
      }
    }
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalStateException("the JDK writes no " + format);
      }
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
