package io.gasminer.bittensor.metadata;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Owns xxHash's 64-bit form, which the chain calls twox. */
final class Xxh64 {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long P1 = 0x9E3779B185EBCA87L;
  private static final long P2 = 0xC2B2AE3D27D4EB4FL;
  private static final long P3 = 0x165667B19E3779F9L;
  private static final long P4 = 0x85EBCA77C2B2AE63L;
  private static final long P5 = 0x27D4EB2F165667C5L;

  private Xxh64() {}

  /** The hashes with the seeds 0, 1, 2 …, lowest byte first, one after the other. */
  static byte[] hashes(byte[] input, int count) {
    byte[] output = new byte[8 * count];
    for (int seed = 0; seed < count; seed++) {
      LONGS.set(output, 8 * seed, hash(input, seed));
    }
    return output;
  }

  static long hash(byte[] input, long seed) {
    int at = input.length & ~31;
    long hash = (at == 0 ? seed + P5 : lanes(input, at, seed)) + input.length;
    for (; at + 8 <= input.length; at += 8) {
      hash ^= round(0, (long) LONGS.get(input, at));
      hash = Long.rotateLeft(hash, 27) * P1 + P4;
    }
    if (at + 4 <= input.length) {
      hash ^= ((int) INTS.get(input, at) & 0xFFFF_FFFFL) * P1;
      hash = Long.rotateLeft(hash, 23) * P2 + P3;
      at += 4;
    }
    for (; at < input.length; at++) {
      hash ^= (input[at] & 0xFF) * P5;
      hash = Long.rotateLeft(hash, 11) * P1;
    }
    hash = (hash ^ hash >>> 33) * P2;
    hash = (hash ^ hash >>> 29) * P3;
    return hash ^ hash >>> 32;
  }

  private static long lanes(byte[] input, int end, long seed) {
    long a = seed + P1 + P2;
    long b = seed + P2;
    long c = seed;
    long d = seed - P1;
    for (int at = 0; at < end; at += 32) {
      a = round(a, (long) LONGS.get(input, at));
      b = round(b, (long) LONGS.get(input, at + 8));
      c = round(c, (long) LONGS.get(input, at + 16));
      d = round(d, (long) LONGS.get(input, at + 24));
    }
    long hash =
        Long.rotateLeft(a, 1)
            + Long.rotateLeft(b, 7)
            + Long.rotateLeft(c, 12)
            + Long.rotateLeft(d, 18);
    return merged(merged(merged(merged(hash, a), b), c), d);
  }

  private static long merged(long hash, long lane) {
    return (hash ^ round(0, lane)) * P1 + P4;
  }

  private static long round(long lane, long word) {
    return Long.rotateLeft(lane + word * P2, 31) * P1;
  }
}
