package io.gasminer.bittensor.sr25519;

import java.nio.charset.StandardCharsets;

/** Owns the transcript that a message is signed in: schnorrkel's context {@code substrate}. */
final class SigningContext {
  private static final Transcript SUBSTRATE =
      new Transcript("SigningContext").append("", "substrate".getBytes(StandardCharsets.US_ASCII));

  private static final byte[] PROTOCOL = "Schnorr-sig".getBytes(StandardCharsets.US_ASCII);

  private SigningContext() {}

  static Transcript of(byte[] message, byte[] publicKey) {
    return SUBSTRATE
        .copy()
        .append("sign-bytes", message)
        .append("proto-name", PROTOCOL)
        .append("sign:pk", publicKey);
  }

  /** The challenge scalar for a commitment R. */
  static byte[] challenge(Transcript transcript, byte[] commitment) {
    return Scalar.reduced(transcript.append("sign:R", commitment).challenge("sign:c", 64));
  }
}
