package io.gasminer.miner.generation.sandbox;

import io.gasminer.miner.media.PixelSize;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a painting as a PNG, strip by strip on several threads (PNG specification, RFC 1950).
 *
 * <p>Only compressed strips are kept, so that even a large picture needs little memory.
 */
final class PngFile {
  private static final int STRIP = 64;
  private static final int ADLER_MODULUS = 65_521;

  private PngFile() {}

  /** One strip, compressed, with the checksum and length of what it holds. */
  private record Strip(byte[] deflated, long adler, long length) {}

  static byte[] of(Painting painting, Studio studio) throws InterruptedException {
    PixelSize size = painting.size();
    List<Callable<Strip>> work = new ArrayList<>();
    for (int top = 0; top < size.height(); top += STRIP) {
      int from = top;
      work.add(() -> strip(painting, from, Math.min(size.height(), from + STRIP)));
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    byte[] depthAndColour = {8, 2, 0, 0, 0};
    chunk(
        png,
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(size.width())
            .putInt(size.height())
            .put(depthAndColour)
            .array());
    chunk(png, "IDAT", new byte[] {0x78, 0x5e});
    long adler = 1;
    for (Strip strip : studio.all(work)) {
      chunk(png, "IDAT", strip.deflated());
      adler = joined(adler, strip.adler(), strip.length());
    }
    chunk(png, "IDAT", ByteBuffer.allocate(4).putInt((int) adler).array());
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static Strip strip(Painting painting, int from, int to) {
    int width = painting.size().width();
    Painting.Brush brush = painting.at(0);
    int[] above = new int[width];
    int[] row = new int[width];
    byte[] line = new byte[1 + 3 * width];
    Adler32 adler = new Adler32();
    Deflater deflater = new Deflater(2, true);
    deflater.setStrategy(Deflater.FILTERED);
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 15];
    try {
      if (from > 0) {
        brush.row(from - 1, above);
      }
      for (int y = from; y < to; y++) {
        brush.row(y, row);
        filter(above, row, line);
        adler.update(line);
        deflater.setInput(line);
        drain(deflater, buffer, deflated, Deflater.NO_FLUSH);
        int[] done = above;
        above = row;
        row = done;
      }
      if (to == painting.size().height()) {
        deflater.finish();
      }
      drain(deflater, buffer, deflated, Deflater.SYNC_FLUSH);
    } finally {
      deflater.end();
    }
    return new Strip(deflated.toByteArray(), adler.getValue(), (long) (to - from) * line.length);
  }

  private static void drain(
      Deflater deflater, byte[] buffer, ByteArrayOutputStream out, int flush) {
    int length;
    do {
      length = deflater.deflate(buffer, 0, buffer.length, flush);
      out.write(buffer, 0, length);
    } while (length == buffer.length || flush == Deflater.NO_FLUSH && !deflater.needsInput());
  }

  // The filter "Up": skies and hills change little from row to row.
  private static void filter(int[] above, int[] row, byte[] line) {
    line[0] = 2;
    int at = 1;
    for (int x = 0; x < row.length; x++) {
      int was = above[x];
      int is = row[x];
      line[at] = (byte) ((is >> 16) - (was >> 16));
      line[at + 1] = (byte) ((is >> 8) - (was >> 8));
      line[at + 2] = (byte) (is - was);
      at += 3;
    }
  }

  // The checksum of two runs of bytes after one another (zlib's adler32_combine).
  private static long joined(long first, long second, long secondLength) {
    long low = (first & 0xffff) + (second & 0xffff) - 1;
    long high =
        (first >> 16)
            + (second >> 16)
            + secondLength % ADLER_MODULUS * ((first & 0xffff) - 1 + ADLER_MODULUS);
    return high % ADLER_MODULUS << 16 | (low + ADLER_MODULUS) % ADLER_MODULUS;
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(name);
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
