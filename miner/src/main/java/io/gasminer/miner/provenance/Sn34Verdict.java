package io.gasminer.miner.provenance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Owns the answer of the validators' policy to one asset, field by field.
 *
 * @param certIssuer the organisation of the signing certificate
 * @param claimGenerator which the policy's JSON calls {@code issuer}
 * @param origin what is told of media that pass; absent for others
 * @param validationErrors the findings that reject, as {@code code: explanation}
 * @param error why the asset is refused, in the validators' words
 */
public record Sn34Verdict(
    boolean signatureValid,
    boolean selfSigned,
    Optional<String> certIssuer,
    Optional<String> claimGenerator,
    Optional<Origin> origin,
    List<String> validationErrors,
    Optional<String> error) {
  /**
   * Owns where media that pass come from.
   *
   * @param complete whether the issuer and the signer or generator are known
   */
  public record Origin(
      boolean aiGenerated,
      Optional<String> modelName,
      Optional<String> profile,
      boolean complete,
      List<String> warnings,
      Optional<Instant> signingTime) {
    public Origin {
      warnings = List.copyOf(warnings);
    }
  }

  public Sn34Verdict {
    validationErrors = List.copyOf(validationErrors);
  }

  /** Whether the media pass; only then is the issuer trusted too. */
  public boolean verified() {
    return error.isEmpty();
  }

  static Sn34Verdict broken(List<String> errors, String error) {
    return new Sn34Verdict(
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        errors,
        Optional.of(error));
  }

  static Sn34Verdict refused(
      boolean selfSigned, Optional<String> issuer, Optional<String> generator, String error) {
    return new Sn34Verdict(
        true, selfSigned, issuer, generator, Optional.empty(), List.of(), Optional.of(error));
  }
}
