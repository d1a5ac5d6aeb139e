package io.gasminer.bittensor.sr25519;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Owns the reading and writing of little-endian words in byte arrays. */
final class LittleEndian {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private LittleEndian() {}

  static long load64(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  static void store64(byte[] bytes, int at, long value) {
    LONGS.set(bytes, at, value);
  }
}
