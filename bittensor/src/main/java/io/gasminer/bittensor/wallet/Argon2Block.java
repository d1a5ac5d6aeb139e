package io.gasminer.bittensor.wallet;

import java.util.Arrays;

/**
 * Owns Argon2's compression of two blocks of 1 KiB into one (RFC 9106, section 3.5). Not
 * thread-safe.
 */
final class Argon2Block {
  static final int WORDS = 128;
  private static final int ROW = 16;

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

  // Sixteen words, in pairs that lie a stride apart: columns first, then diagonals.
  private void permute(int start, int s) {
    int odd = start + 1;
    mix(start, start + 2 * s, start + 4 * s, start + 6 * s);
    mix(odd, odd + 2 * s, odd + 4 * s, odd + 6 * s);
    mix(start + s, start + 3 * s, start + 5 * s, start + 7 * s);
    mix(odd + s, odd + 3 * s, odd + 5 * s, odd + 7 * s);
    mix(start, odd + 2 * s, start + 5 * s, odd + 7 * s);
    mix(odd, start + 3 * s, odd + 5 * s, start + 6 * s);
    mix(start + s, odd + 3 * s, start + 4 * s, odd + 6 * s);
    mix(odd + s, start + 2 * s, odd + 4 * s, start + 7 * s);
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
