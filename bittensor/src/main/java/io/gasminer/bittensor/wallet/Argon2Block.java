package io.gasminer.bittensor.wallet;

import java.util.Arrays;

/**
 * Owns Argon2's compression of two blocks of 1 KiB into one (RFC 9106, section 3.5). Not
 * thread-safe.
 */
final class Argon2Block {
  static final int WORDS = 128;
  private static final int ROW = 16;
  private static final int PAIRS = 8;

  private final long[] r = new long[WORDS];
  private final long[] z = new long[WORDS];

  /** The compression of both, with {@code also} added; {@code out} may be any of them. */
  void compress(long[] left, long[] right, long[] also, long[] out) {
    for (int i = 0; i < WORDS; i++) {
      r[i] = left[i] ^ right[i];
      z[i] = r[i];
    }
    for (int row = 0; row < WORDS; row += ROW) {
      permute(row, 2);
    }
    for (int column = 0; column < ROW; column += 2) {
      permute(column, ROW);
    }
    for (int i = 0; i < WORDS; i++) {
      out[i] = z[i] ^ r[i] ^ also[i];
    }
  }

  void wipe() {
    Arrays.fill(r, 0);
    Arrays.fill(z, 0);
  }

  // Sixteen words, in pairs that lie a stride apart.
  private void permute(int start, int stride) {
    int[] at = new int[2 * PAIRS];
    for (int pair = 0; pair < PAIRS; pair++) {
      at[2 * pair] = start + pair * stride;
      at[2 * pair + 1] = at[2 * pair] + 1;
    }
    mix(at[0], at[4], at[8], at[12]);
    mix(at[1], at[5], at[9], at[13]);
    mix(at[2], at[6], at[10], at[14]);
    mix(at[3], at[7], at[11], at[15]);
    mix(at[0], at[5], at[10], at[15]);
    mix(at[1], at[6], at[11], at[12]);
    mix(at[2], at[7], at[8], at[13]);
    mix(at[3], at[4], at[9], at[14]);
  }

  private void mix(int ia, int ib, int ic, int id) {
    long a = z[ia];
    long b = z[ib];
    long c = z[ic];
    long d = z[id];
    a = sum(a, b);
    d = Long.rotateRight(d ^ a, 32);
    c = sum(c, d);
    b = Long.rotateRight(b ^ c, 24);
    a = sum(a, b);
    d = Long.rotateRight(d ^ a, 16);
    c = sum(c, d);
    b = Long.rotateRight(b ^ c, 63);
    z[ia] = a;
    z[ib] = b;
    z[ic] = c;
    z[id] = d;
  }

  private static long sum(long x, long y) {
    return x + y + 2 * (x & 0xffffffffL) * (y & 0xffffffffL);
  }
}
