package io.gasminer.bittensor.sr25519;

/** Owns the permutation Keccak-f[1600] (FIPS 202, section 3) on 25 lanes. */
final class Keccak {
  private static final long[] ROUND_CONSTANTS = roundConstants();
  private static final int[] ROTATIONS = {
    1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44
  };
  private static final int[] LANES = {
    10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1
  };

  private Keccak() {}

  static void permute(long[] lanes) {
    long[] column = new long[5];
    for (long constant : ROUND_CONSTANTS) {
      theta(lanes, column);
      rhoAndPi(lanes);
      chi(lanes, column);
      lanes[0] ^= constant;
    }
  }

  private static void theta(long[] s, long[] column) {
    for (int x = 0; x < 5; x++) {
      column[x] = s[x] ^ s[x + 5] ^ s[x + 10] ^ s[x + 15] ^ s[x + 20];
    }
    for (int x = 0; x < 5; x++) {
      long mixed = column[(x + 4) % 5] ^ Long.rotateLeft(column[(x + 1) % 5], 1);
      for (int y = 0; y < 25; y += 5) {
        s[x + y] ^= mixed;
      }
    }
  }

  private static void rhoAndPi(long[] s) {
    long moving = s[1];
    for (int i = 0; i < 24; i++) {
      long next = s[LANES[i]];
      s[LANES[i]] = Long.rotateLeft(moving, ROTATIONS[i]);
      moving = next;
    }
  }

  private static void chi(long[] s, long[] row) {
    for (int y = 0; y < 25; y += 5) {
      System.arraycopy(s, y, row, 0, 5);
      for (int x = 0; x < 5; x++) {
        s[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
      }
    }
  }

  // The degree-8 LFSR of section 3.2.5: bit 2^j − 1 of each round constant.
  private static long[] roundConstants() {
    long[] constants = new long[24];
    int lfsr = 1;
    for (int round = 0; round < 24; round++) {
      for (int j = 0; j < 7; j++) {
        if ((lfsr & 1) == 1) {
          constants[round] |= 1L << ((1 << j) - 1);
        }
        lfsr = (lfsr << 1) ^ ((lfsr >> 7) * 0x171);
      }
    }
    return constants;
  }
}
