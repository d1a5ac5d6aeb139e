package io.gasminer.c2pa.cose;

import io.gasminer.c2pa.x509.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Owns what came of judging a claim signature.
 *
 * @param findings in the order they were made
 * @param signer who signed, where the signature can be read at all
 * @param unreadable why the validators' reader gives no report of the whole asset because of this
 *     signature, where it does not
 */
public record SignatureVerdict(
    List<Finding> findings, Optional<SignerFacts> signer, Optional<String> unreadable) {
  public SignatureVerdict {
    findings = List.copyOf(findings);
  }

  /** Whether there was no failure. */
  public boolean holds() {
    return findings.stream().noneMatch(finding -> finding.kind() == Finding.Kind.FAILURE);
  }

  static SignatureVerdict unreadable(String reason) {
    Finding mismatch = Finding.failure(ClaimSignature.MISMATCH, reason);
    return new SignatureVerdict(List.of(mismatch), Optional.empty(), Optional.of(reason));
  }
}
