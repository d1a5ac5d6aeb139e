package io.gasminer.miner.media;

/** Reads numbers out of bytes that may end anywhere: what lies outside the bytes is -1. */
final class Field {
  static final long ABSENT = -1;

  private Field() {}

  /** The unsigned big-endian number of up to seven bytes, or {@link #ABSENT}. */
  static long big(byte[] bytes, long at, int length) {
    if (at < 0 || at > (long) bytes.length - length) {
      return ABSENT;
    }
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = value << 8 | (bytes[(int) at + i] & 0xff);
    }
    return value;
  }

  /** The unsigned little-endian number of up to seven bytes, or {@link #ABSENT}. */
  static long little(byte[] bytes, long at, int length) {
    if (at < 0 || at > (long) bytes.length - length) {
      return ABSENT;
    }
    long value = 0;
    for (int i = length - 1; i >= 0; i--) {
      value = value << 8 | (bytes[(int) at + i] & 0xff);
    }
    return value;
  }
}
