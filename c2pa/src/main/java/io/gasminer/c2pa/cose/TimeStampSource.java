package io.gasminer.c2pa.cose;

import java.util.Optional;

/**
 * Asks a time-stamping authority, for signers that want their time attested. The library has none:
 * it does not use the network.
 */
public interface TimeStampSource {
  /** The most bytes that a token takes; the space is kept free in the signature. */
  int longestToken();

  /**
   * A TimeStampToken (RFC 3161) in DER whose imprint is the SHA-256 of these bytes; empty when the
   * authority did not answer, and the signature goes without.
   */
  Optional<byte[]> token(byte[] stamped);
}
