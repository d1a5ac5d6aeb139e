package io.gasminer.c2pa.cose;

import io.gasminer.c2pa.x509.Certificate;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Owns what a signature tells of its signer, whether it holds or not.
 *
 * @param chain as it came, the signing certificate first
 * @param time what its time-stamp says, where that fits the signature and its authority's
 *     certificate is sound, trusted or not
 */
public record SignerFacts(
    Optional<SigningAlgorithm> algorithm, List<Certificate> chain, Optional<Instant> time) {
  public SignerFacts {
    chain = List.copyOf(chain);
  }

  /** The organisation (O) of the signing certificate's subject. */
  public Optional<String> organisation() {
    return chain.getFirst().organisation();
  }

  /** The common name (CN) of the signing certificate's subject. */
  public Optional<String> commonName() {
    return chain.getFirst().commonName();
  }

  /** The serial number of the signing certificate. */
  public BigInteger serial() {
    return chain.getFirst().serial();
  }
}
