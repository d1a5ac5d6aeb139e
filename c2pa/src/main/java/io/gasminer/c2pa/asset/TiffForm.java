package io.gasminer.c2pa.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Owns how one TIFF writes its numbers: the order of bytes, and whether offsets and counts take
 * four bytes or, in BigTIFF, eight.
 */
record TiffForm(ByteOrder order, boolean big) {
  private static final int BIG_VERSION = 0x2B;

  static TiffForm of(Source source) throws IOException {
    ByteOrder order = source.u8(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    return new TiffForm(order, new TiffForm(order, false).u16(source, 2) == BIG_VERSION);
  }

  /** The bytes of an offset. */
  int word() {
    return big ? 8 : 4;
  }

  /** The largest offset that can be written. */
  long largest() {
    return big ? Long.MAX_VALUE : 0xFFFFFFFFL;
  }

  /** Where the offset of the first directory stands. */
  long first() {
    return word();
  }

  /** Where that entry lies, from the start of a directory. */
  long entry(int index) {
    return (big ? 8 : 2) + (long) index * (4 + 2 * word());
  }

  /** The size of a directory of so many entries. */
  long directory(int entries) {
    return entry(entries) + word();
  }

  long count(Source source, long at) throws IOException {
    return big ? word(source, at) : u16(source, at);
  }

  int u16(Source source, long at) throws IOException {
    return order == ByteOrder.LITTLE_ENDIAN ? LittleEndian.u16(source, at) : source.u16(at);
  }

  long word(Source source, long at) throws IOException {
    if (order == ByteOrder.BIG_ENDIAN) {
      return big ? source.u64(at) : source.u32(at);
    }
    long low = LittleEndian.u32(source, at);
    return big ? LittleEndian.u32(source, at + 4) << 32 | low : low;
  }

  ByteBuffer put(ByteBuffer into, long number) {
    return big ? into.putLong(number) : into.putInt((int) number);
  }

  ByteBuffer putCount(ByteBuffer into, int entries) {
    return big ? into.putLong(entries) : into.putShort((short) entries);
  }
}
