package io.gasminer.c2pa;

import io.gasminer.c2pa.cose.SignerFacts;
import io.gasminer.c2pa.cose.SigningAlgorithm;
import io.gasminer.c2pa.x509.Certificate;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Owns what a report tells of a signer, whether the signature holds or not.
 *
 * @param issuer the organisation (O) of the signing certificate's <em>subject</em>, as the
 *     validators' reader has it
 * @param time of the signature's time-stamp
 * @param chain the certificates as they came, the signing one first
 */
public record SignatureSummary(
    Optional<String> algorithm,
    Optional<String> issuer,
    Optional<String> commonName,
    BigInteger serialNumber,
    Optional<Instant> time,
    List<Certificate> chain) {
  public SignatureSummary {
    chain = List.copyOf(chain);
  }

  static SignatureSummary of(SignerFacts signer) {
    return new SignatureSummary(
        signer.algorithm().map(SigningAlgorithm::reported),
        signer.organisation(),
        signer.commonName(),
        signer.serial(),
        signer.time(),
        signer.chain());
  }
}
