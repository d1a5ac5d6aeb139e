package io.gasminer.bittensor.scale;

import java.math.BigInteger;
import java.util.Arrays;

/** Owns bytes that are being written in SCALE. Not thread-safe. */
public final class ScaleWriter {
  /** How many bits a number in compact form has at most. */
  static final int COMPACT_BITS = 536;

  private byte[] written = new byte[64];
  private int length;

  /** One byte. */
  public ScaleWriter u8(int value) {
    room(1);
    written[length++] = (byte) value;
    return this;
  }

  /** The bytes as they are. */
  public ScaleWriter bytes(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, written, length, value.length);
    length += value.length;
    return this;
  }

  /** The lowest bytes of the number, lowest first. */
  public ScaleWriter fixed(long value, int width) {
    room(width);
    for (int i = 0; i < width; i++) {
      written[length++] = (byte) (value >> Math.min(8 * i, 63));
    }
    return this;
  }

  /** The number in as many bytes, lowest first, negative ones as two's complement. */
  public ScaleWriter fixed(BigInteger value, int width) {
    room(width);
    byte[] highestFirst = value.toByteArray();
    byte fill = (byte) (value.signum() < 0 ? 0xFF : 0);
    for (int i = 0; i < width; i++) {
      int from = highestFirst.length - 1 - i;
      written[length++] = from >= 0 ? highestFirst[from] : fill;
    }
    return this;
  }

  /** The number, which is not negative, in compact form. */
  public ScaleWriter compact(long value) {
    if (value < 1 << 6) {
      return u8((int) value << 2);
    }
    if (value < 1 << 14) {
      return fixed(value << 2 | 1, 2);
    }
    if (value < 1 << 30) {
      return fixed(value << 2 | 2, 4);
    }
    return compact(BigInteger.valueOf(value));
  }

  /** The number, from 0 to 2⁵³⁶ − 1, in compact form. */
  public ScaleWriter compact(BigInteger value) {
    if (value.bitLength() <= 30) {
      return compact(value.longValue());
    }
    int width = Math.max(4, (value.bitLength() + 7) / 8);
    return u8((width - 4) << 2 | 3).fixed(value, width);
  }

  /** What was written. */
  public byte[] toBytes() {
    return Arrays.copyOf(written, length);
  }

  private void room(int more) {
    if (more > written.length - length) {
      written = Arrays.copyOf(written, Math.max(written.length * 2, length + more));
    }
  }
}
