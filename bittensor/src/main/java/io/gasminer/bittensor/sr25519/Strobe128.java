package io.gasminer.bittensor.sr25519;

import java.nio.charset.StandardCharsets;

/**
 * Owns the part of STROBE-128 (v1.0.2) that Merlin transcripts use.
 *
 * <p>Not thread-safe; one per transcript.
 */
final class Strobe128 {
  private static final int RATE = 166;
  private static final int FLAG_I = 1;
  private static final int FLAG_A = 2;
  private static final int FLAG_C = 4;
  private static final int FLAG_M = 16;
  private static final int FLAG_K = 32;

  private final byte[] state = new byte[200];
  private final long[] lanes = new long[25];
  private int position;
  private int operationStart;

  Strobe128(String protocol) {
    byte[] seed = {1, (byte) (RATE + 2), 1, 0, 1, 96};
    System.arraycopy(seed, 0, state, 0, seed.length);
    byte[] version = "STROBEv1.0.2".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(version, 0, state, seed.length, version.length);
    permute();
    metaAd(protocol.getBytes(StandardCharsets.US_ASCII), false);
  }

  private Strobe128(Strobe128 other) {
    System.arraycopy(other.state, 0, state, 0, state.length);
    position = other.position;
    operationStart = other.operationStart;
  }

  Strobe128 copy() {
    return new Strobe128(this);
  }

  void metaAd(byte[] bytes, boolean more) {
    begin(FLAG_M | FLAG_A, more);
    absorb(bytes);
  }

  void ad(byte[] bytes) {
    begin(FLAG_A, false);
    absorb(bytes);
  }

  void key(byte[] bytes) {
    begin(FLAG_A | FLAG_C, false);
    for (byte value : bytes) {
      state[position++] = value;
      if (position == RATE) {
        runF();
      }
    }
  }

  byte[] prf(int length) {
    begin(FLAG_I | FLAG_A | FLAG_C, false);
    byte[] out = new byte[length];
    for (int i = 0; i < length; i++) {
      out[i] = state[position];
      state[position++] = 0;
      if (position == RATE) {
        runF();
      }
    }
    return out;
  }

  private void begin(int flags, boolean more) {
    if (more) {
      return;
    }
    byte[] header = {(byte) operationStart, (byte) flags};
    operationStart = position + 1;
    absorb(header);
    boolean fresh = (flags & (FLAG_C | FLAG_K)) != 0;
    if (fresh && position != 0) {
      runF();
    }
  }

  private void absorb(byte[] bytes) {
    for (byte value : bytes) {
      state[position++] ^= value;
      if (position == RATE) {
        runF();
      }
    }
  }

  private void runF() {
    state[position] ^= (byte) operationStart;
    state[position + 1] ^= 0x04;
    state[RATE + 1] ^= (byte) 0x80;
    permute();
    position = 0;
    operationStart = 0;
  }

  private void permute() {
    for (int i = 0; i < lanes.length; i++) {
      lanes[i] = LittleEndian.load64(state, 8 * i);
    }
    Keccak.permute(lanes);
    for (int i = 0; i < lanes.length; i++) {
      LittleEndian.store64(state, 8 * i, lanes[i]);
    }
  }
}
