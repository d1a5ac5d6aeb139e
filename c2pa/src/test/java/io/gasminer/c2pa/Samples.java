package io.gasminer.c2pa;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Makes small unsigned media. */
public final class Samples {
  private static final int SIDE = 48;

  private Samples() {}

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
    byte[] media = new byte[2000];
    for (int i = 0; i < media.length; i++) {
      media[i] = (byte) (i * 7);
    }
    byte[] type = box("ftyp", "isom\0\0\2\0isomiso2mp41".getBytes(StandardCharsets.ISO_8859_1));
    int length = movie(0).length;
    return joined(type, movie(type.length + length + 8), box("mdat", media));
  }

  private static byte[] movie(int offset) {
    byte[] index = box("stco", ByteBuffer.allocate(12).putInt(0).putInt(1).putInt(offset).array());
    byte[] track = box("trak", box("mdia", box("minf", box("stbl", index))));
    return box("moov", box("mvhd", new byte[100]), track);
  }

  private static byte[] box(String type, byte[]... content) {
    byte[] inner = joined(content);
    ByteBuffer box = ByteBuffer.allocate(8 + inner.length).putInt(8 + inner.length);
    return box.put(type.getBytes(StandardCharsets.ISO_8859_1)).put(inner).array();
  }

  private static byte[] joined(byte[]... parts) {
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
      ImageIO.write(image, format, out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
