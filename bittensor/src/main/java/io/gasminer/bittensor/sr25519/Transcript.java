package io.gasminer.bittensor.sr25519;

import java.nio.charset.StandardCharsets;

/**
 * Owns one Merlin transcript (merlin.cool, version 1.0).
 *
 * <p>Not thread-safe; one per signature.
 */
final class Transcript {
  private final Strobe128 strobe;

  Transcript(String label) {
    strobe = new Strobe128("Merlin v1.0");
    append("dom-sep", ascii(label));
  }

  private Transcript(Strobe128 strobe) {
    this.strobe = strobe;
  }

  Transcript copy() {
    return new Transcript(strobe.copy());
  }

  Transcript append(String label, byte[] message) {
    strobe.metaAd(ascii(label), false);
    strobe.metaAd(length(message.length), true);
    strobe.ad(message);
    return this;
  }

  byte[] challenge(String label, int bytes) {
    strobe.metaAd(ascii(label), false);
    strobe.metaAd(length(bytes), true);
    return strobe.prf(bytes);
  }

  /** Bytes that depend on the transcript, on a secret, and on fresh randomness (TranscriptRng). */
  byte[] witness(String label, byte[] secret, byte[] randomness, int bytes) {
    Strobe128 rng = strobe.copy();
    rng.metaAd(ascii(label), false);
    rng.metaAd(length(secret.length), true);
    rng.key(secret);
    rng.metaAd(ascii("rng"), false);
    rng.key(randomness);
    rng.metaAd(length(bytes), false);
    return rng.prf(bytes);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] length(int value) {
    return new byte[] {
      (byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)
    };
  }
}
