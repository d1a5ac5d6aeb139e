package io.gasminer.miner.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Makes small media of every format. */
final class Samples {
  private Samples() {}

  static byte[] image(String format, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, x * 977 ^ y * 331_337);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** A WebP's headers; the rest of it is nothing. */
  static byte[] webp(String kind, int... payload) {
    ByteBuffer bytes = ByteBuffer.allocate(20 + payload.length);
    bytes.put(ascii("RIFF")).put(little(bytes.capacity() - 8)).put(ascii("WEBP" + kind));
    bytes.put(little(payload.length));
    for (int octet : payload) {
      bytes.put((byte) octet);
    }
    return bytes.array();
  }

  /** An MP4's headers with one video track; the sample entry says 16 by 8 pixels. */
  static byte[] mp4(int width, int height, boolean turned, byte[]... before) {
    ByteBuffer header = ByteBuffer.allocate(84);
    int one = 1 << 16;
    header.putInt(40, turned ? 0 : one).putInt(44, turned ? one : 0);
    header.putInt(56, turned ? 0 : one).putInt(76, width << 16).putInt(80, height << 16);
    ByteBuffer handler = ByteBuffer.allocate(24);
    handler.put(8, ascii("vide"));
    ByteBuffer entry = ByteBuffer.allocate(8 + 86);
    entry.putInt(4, 1).putInt(8, 86).put(12, ascii("hvc1"));
    entry.putShort(40, (short) 16).putShort(42, (short) 8);
    byte[] media =
        box(
            "mdia",
            box("hdlr", handler.array()),
            box("minf", box("stbl", box("stsd", entry.array()))));
    return concat(
        box("ftyp", ascii("isom"), new byte[4]),
        concat(before),
        box("moov", box("trak", box("tkhd", header.array()), media)));
  }

  static byte[] box(String type, byte[]... contents) {
    byte[] content = concat(contents);
    return concat(ByteBuffer.allocate(4).putInt(content.length + 8).array(), ascii(type), content);
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  /** The bytes cut off at every length, then with bytes changed at random. */
  static Stream<byte[]> damaged(byte[] whole, RandomGenerator random) {
    int step = Math.max(1, whole.length / 600);
    Stream<byte[]> cut =
        Stream.iterate(0, length -> length < whole.length, length -> length + step)
            .map(length -> Arrays.copyOf(whole, length));
    Stream<byte[]> changed =
        Stream.generate(
                () -> {
                  byte[] copy = whole.clone();
                  for (int i = random.nextInt(1, 5); i > 0; i--) {
                    int reach = random.nextBoolean() ? Math.min(200, copy.length) : copy.length;
                    copy[random.nextInt(reach)] =
                        (byte) (random.nextInt(3) == 0 ? 0xff : random.nextInt());
                  }
                  return copy;
                })
            .limit(600);
    return Stream.concat(cut, changed);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] little(int value) {
    return ByteBuffer.allocate(4).putInt(Integer.reverseBytes(value)).array();
  }
}
