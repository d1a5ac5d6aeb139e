package io.gasminer.c2pa.asset;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Owns the search for one byte in an array, eight at a time. */
final class ByteScan {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private ByteScan() {}

  /** Where that byte stands first between two indices; {@code to} where it does not. */
  static int find(byte[] bytes, int from, int to, byte wanted) {
    long pattern = (wanted & 0xFF) * ONES;
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long different = (long) EIGHT.get(bytes, at) ^ pattern;
      // The lowest high bit that is set belongs to the first byte that is zero, thus equal.
      long equal = (different - ONES) & ~different & HIGH_BITS;
      if (equal != 0) {
        return at + Long.numberOfTrailingZeros(equal) / Byte.SIZE;
      }
    }
    while (at < to && bytes[at] != wanted) {
      at++;
    }
    return at;
  }
}
