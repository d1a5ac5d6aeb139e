package io.gasminer.bittensor.sr25519;

import java.util.Arrays;
import java.util.Optional;

/**
 * Owns one sr25519 public key, decoded once, ready to verify signatures.
 *
 * <p>The first verification computes on the fly; later ones use a table of the key's multiples
 * (about 90 KiB), which halves their cost. Thread-safe: a race at worst computes the table twice.
 */
public final class VerifyingKey {
  private static final int TABLE_FROM = 2;
  private static final byte[] IDENTITY = new byte[32];

  private final byte[] encoded;
  private final EdwardsPoint negated;
  private volatile int uses;
  private volatile Optional<FixedBase> table = Optional.empty();

  private VerifyingKey(byte[] encoded, EdwardsPoint point) {
    this.encoded = encoded;
    this.negated = new EdwardsPoint(point.x().negated(), point.y(), point.z(), point.t().negated());
  }

  /**
   * The key that 32 bytes encode, or empty when they encode no element of ristretto255, or the
   * identity: under that key, which nobody holds, anyone could sign.
   */
  public static Optional<VerifyingKey> decode(byte[] bytes) {
    if (Arrays.equals(bytes, IDENTITY)) {
      return Optional.empty();
    }
    return Ristretto.decode(bytes).map(point -> new VerifyingKey(bytes.clone(), point));
  }

  /**
   * Whether the 64 bytes are schnorrkel's signature of the message in context {@code substrate}.
   */
  public boolean verifies(byte[] message, byte[] signature) {
    if (signature.length != 64 || (signature[63] & 0x80) == 0) {
      return false;
    }
    byte[] commitment = Arrays.copyOf(signature, 32);
    byte[] s = Arrays.copyOfRange(signature, 32, 64);
    s[31] &= 0x7f;
    if (!Scalar.isCanonical(s)) {
      return false;
    }
    byte[] k = SigningContext.challenge(SigningContext.of(message, encoded), commitment);
    // R must equal s·B − k·A; comparing encodings also refuses an R that is not canonical.
    EdwardsPoint expected = FixedBase.generator().timesVariableTime(s, timesMinusKey(k));
    return Arrays.equals(Ristretto.encode(expected), commitment);
  }

  private EdwardsPoint timesMinusKey(byte[] k) {
    Optional<FixedBase> ready = table;
    if (ready.isEmpty() && countUse() >= TABLE_FROM) {
      ready = Optional.of(new FixedBase(negated));
      table = ready;
    }
    return ready.isPresent()
        ? ready.get().timesVariableTime(k, EdwardsPoint.IDENTITY)
        : VariableBase.timesVariableTime(k, negated);
  }

  // A lost update only delays the table by one use.
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private int countUse() {
    return ++uses;
  }
}
