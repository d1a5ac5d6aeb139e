package io.gasminer.bittensor.sr25519;

/**
 * Owns one integer modulo the group order L = 2^252 + 27742317777372353535851937790883648493.
 *
 * <p>Limbs of 21 bits, reduced as in ref10's {@code sc_reduce} and {@code sc_muladd}; constant
 * time. The bytes are the canonical little-endian form. Whoever holds a secret scalar wipes it.
 */
final class Scalar {
  static final int BYTES = 32;
  private static final long MASK = (1 << 21) - 1;

  // 2^252 ≡ −(L − 2^252), in signed limbs of 21 bits.
  private static final long[] FOLD = {666643, 470296, 654183, -997805, 136657, -683901};

  private static final byte[] ORDER = {
    (byte) 0xed,
    (byte) 0xd3,
    (byte) 0xf5,
    0x5c,
    0x1a,
    0x63,
    0x12,
    0x58,
    (byte) 0xd6,
    (byte) 0x9c,
    (byte) 0xf7,
    (byte) 0xa2,
    (byte) 0xde,
    (byte) 0xf9,
    (byte) 0xde,
    0x14,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0x10
  };

  private Scalar() {}

  /** The canonical form of 64 bytes, little endian, modulo L. */
  static byte[] reduced(byte[] wide) {
    long[] s = new long[24];
    for (int i = 0; i < 23; i++) {
      s[i] = bits(wide, 21 * i, 21);
    }
    s[23] = bits(wide, 21 * 23, 29);
    return folded(s);
  }

  /** a·b + c modulo L. */
  static byte[] multipliedAndAdded(byte[] a, byte[] b, byte[] c) {
    long[] x = limbs(a);
    long[] y = limbs(b);
    long[] z = limbs(c);
    long[] s = new long[24];
    System.arraycopy(z, 0, s, 0, 12);
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < 12; j++) {
        s[i + j] += x[i] * y[j];
      }
    }
    for (int i = 0; i <= 22; i += 2) {
      carryRounded(s, i);
    }
    for (int i = 1; i <= 21; i += 2) {
      carryRounded(s, i);
    }
    java.util.Arrays.fill(x, 0);
    java.util.Arrays.fill(y, 0);
    java.util.Arrays.fill(z, 0);
    return folded(s);
  }

  /** Whether the 32 bytes are below L; variable time, for public values. */
  static boolean isCanonical(byte[] s) {
    for (int i = BYTES - 1; i >= 0; i--) {
      int difference = (s[i] & 0xff) - (ORDER[i] & 0xff);
      if (difference != 0) {
        return difference < 0;
      }
    }
    return false;
  }

  /** L − s for a canonical s; variable time is no concern, the steps are fixed. */
  static byte[] negated(byte[] s) {
    byte[] out = new byte[BYTES];
    int borrow = 0;
    for (int i = 0; i < BYTES; i++) {
      int difference = (ORDER[i] & 0xff) - (s[i] & 0xff) - borrow;
      out[i] = (byte) difference;
      borrow = (difference >> 8) & 1;
    }
    return multipliedAndAdded(out, one(), new byte[BYTES]);
  }

  static byte[] sum(byte[] a, byte[] b) {
    return multipliedAndAdded(a, one(), b);
  }

  private static byte[] one() {
    byte[] one = new byte[BYTES];
    one[0] = 1;
    return one;
  }

  private static long[] limbs(byte[] s) {
    long[] out = new long[12];
    for (int i = 0; i < 11; i++) {
      out[i] = bits(s, 21 * i, 21);
    }
    out[11] = bits(s, 21 * 11, 25);
    return out;
  }

  private static long bits(byte[] bytes, int from, int count) {
    long value = 0;
    for (int i = 0; i < 6; i++) {
      int at = (from >> 3) + i;
      if (at < bytes.length) {
        value |= (bytes[at] & 0xffL) << (8 * i);
      }
    }
    return (value >>> (from & 7)) & ((1L << count) - 1);
  }

  private static byte[] folded(long[] s) {
    for (int i = 23; i >= 18; i--) {
      fold(s, i);
    }
    for (int i = 6; i <= 16; i += 2) {
      carryRounded(s, i);
    }
    for (int i = 7; i <= 15; i += 2) {
      carryRounded(s, i);
    }
    for (int i = 17; i >= 12; i--) {
      fold(s, i);
    }
    for (int i = 0; i <= 10; i += 2) {
      carryRounded(s, i);
    }
    for (int i = 1; i <= 11; i += 2) {
      carryRounded(s, i);
    }
    fold(s, 12);
    for (int i = 0; i <= 11; i++) {
      carryFloored(s, i);
    }
    fold(s, 12);
    for (int i = 0; i <= 10; i++) {
      carryFloored(s, i);
    }
    byte[] out = packed(s);
    java.util.Arrays.fill(s, 0);
    return out;
  }

  private static void fold(long[] s, int i) {
    for (int k = 0; k < FOLD.length; k++) {
      s[i - 12 + k] += s[i] * FOLD[k];
    }
    s[i] = 0;
  }

  private static void carryRounded(long[] s, int i) {
    long carry = (s[i] + (1 << 20)) >> 21;
    s[i + 1] += carry;
    s[i] -= carry << 21;
  }

  private static void carryFloored(long[] s, int i) {
    long carry = s[i] >> 21;
    s[i + 1] += carry;
    s[i] -= carry << 21;
  }

  private static byte[] packed(long[] s) {
    byte[] out = new byte[BYTES];
    long held = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < 12; i++) {
      held |= (s[i] & (i == 11 ? -1L : MASK)) << bits;
      bits += 21;
      while (bits >= 8 && at < BYTES) {
        out[at++] = (byte) held;
        held >>>= 8;
        bits -= 8;
      }
    }
    while (at < BYTES) {
      out[at++] = (byte) held;
      held >>>= 8;
    }
    return out;
  }
}
