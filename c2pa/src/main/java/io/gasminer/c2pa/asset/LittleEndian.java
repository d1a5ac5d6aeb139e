package io.gasminer.c2pa.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Owns numbers in little-endian order, as RIFF and some TIFF files have them. */
final class LittleEndian {
  private LittleEndian() {}

  static int u16(Source source, long at) throws IOException {
    return source.u8(at) | source.u8(at + 1) << 8;
  }

  static long u32(Source source, long at) throws IOException {
    return u16(source, at) | (long) u16(source, at + 2) << 16;
  }

  static byte[] four(long value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) value).array();
  }
}
