package io.gasminer.miner.explanation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Owns what one manifest says, in outline.
 *
 * @param claim empty where an assertion cannot be decoded; then readers tell nothing of it
 * @param anchors those that the certificates lead to, one a set at most
 */
public record ManifestOutline(
    String label,
    boolean active,
    Optional<ClaimOutline> claim,
    List<AssertionOutline> assertions,
    List<CertificateOutline> certificates,
    List<AnchorFound> anchors,
    Optional<StampOutline> stamp) {
  public ManifestOutline {
    assertions = List.copyOf(assertions);
    certificates = List.copyOf(certificates);
    anchors = List.copyOf(anchors);
  }

  /** How a check came out. */
  public enum Check {
    HOLDS,
    FAILS,
    /** It was judged when the ingredient was added, and nothing changed since. */
    AS_RECORDED
  }

  /**
   * Owns the claim.
   *
   * @param signedBy the organisation of the signing certificate
   * @param signedAt what its time-stamp says, otherwise what its actions say
   */
  public record ClaimOutline(
      int version,
      Optional<String> generator,
      Optional<String> title,
      Optional<String> signedBy,
      Optional<String> algorithm,
      Optional<Instant> signedAt) {}

  /**
   * Owns one assertion.
   *
   * @param hash whether it is what was signed
   * @param says what it holds, in a few words, one line each
   * @param ingredient the label of the manifest that an ingredient brought along
   */
  public record AssertionOutline(
      String label, Check hash, List<String> says, Optional<String> ingredient) {
    public AssertionOutline {
      says = List.copyOf(says);
    }
  }

  /** Owns one certificate; the usages in words where they are known. */
  public record CertificateOutline(
      String subject,
      String issuer,
      String serial,
      Instant notBefore,
      Instant notAfter,
      List<String> usages) {
    public CertificateOutline {
      usages = List.copyOf(usages);
    }
  }

  /** Owns an anchor and the set that it stands in. */
  public record AnchorFound(String set, String name, LocalDate ends) {}

  /**
   * Owns the time-stamp of the signature.
   *
   * @param code of the specification, the weightiest of those that were found
   */
  public record StampOutline(Optional<Instant> time, String code, String explanation) {}
}
