package io.gasminer.c2pa;

import io.gasminer.c2pa.status.Kind;
import io.gasminer.c2pa.status.Status;
import io.gasminer.c2pa.status.StatusCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Owns the findings of a validation, those of the active manifest apart from those that each
 * ingredient added since it was recorded.
 *
 * @param ingredientDeltas by the URI of the ingredient assertion
 */
public record ValidationResults(Codes activeManifest, Map<String, Codes> ingredientDeltas) {
  /** What is wrong with an identity alone leaves its manifest valid. */
  private static final String OF_IDENTITIES = "cawg.x509.";

  /** The findings on one subject, by kind, in the order they were made. */
  public record Codes(List<Status> success, List<Status> informational, List<Status> failure) {
    public Codes {
      success = List.copyOf(success);
      informational = List.copyOf(informational);
      failure = List.copyOf(failure);
    }

    static Codes of(List<Status> findings) {
      return new Codes(
          of(findings, Kind.SUCCESS), of(findings, Kind.INFORMATIONAL), of(findings, Kind.FAILURE));
    }

    private static List<Status> of(List<Status> findings, Kind kind) {
      return findings.stream().filter(finding -> finding.kind() == kind).toList();
    }

    private boolean succeeded(String code) {
      return success.stream().anyMatch(status -> status.code().equals(code));
    }

    private boolean onlyUntrusted() {
      return failure.stream()
          .allMatch(
              status ->
                  status.code().equals(StatusCode.SIGNING_CREDENTIAL_UNTRUSTED)
                      || status.code().startsWith(OF_IDENTITIES));
    }
  }

  static ValidationResults of(List<Status> findings) {
    List<Status> active = new ArrayList<>();
    Map<String, List<Status>> deltas = new LinkedHashMap<>();
    for (Status finding : findings) {
      finding
          .ingredient()
          .map(uri -> deltas.computeIfAbsent(uri, absent -> new ArrayList<>()))
          .orElse(active)
          .add(finding);
    }
    Map<String, Codes> sorted = new LinkedHashMap<>();
    deltas.forEach((uri, list) -> sorted.put(uri, Codes.of(list)));
    return new ValidationResults(Codes.of(active), sorted);
  }

  /** All failures: of the active manifest, then of ingredients. */
  public List<Status> failures() {
    List<Status> failures = new ArrayList<>(activeManifest.failure());
    ingredientDeltas.values().forEach(codes -> failures.addAll(codes.failure()));
    return failures;
  }

  /** The verdict (specification §14.3.4 to §14.3.6). */
  public ValidationState state() {
    boolean valid =
        activeManifest.succeeded(StatusCode.CLAIM_SIGNATURE_VALIDATED)
            && activeManifest.succeeded(StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY)
            && activeManifest.onlyUntrusted()
            && ingredientDeltas.values().stream().allMatch(Codes::onlyUntrusted);
    if (!valid) {
      return ValidationState.INVALID;
    }
    return activeManifest.succeeded(StatusCode.SIGNING_CREDENTIAL_TRUSTED) && failures().isEmpty()
        ? ValidationState.TRUSTED
        : ValidationState.VALID;
  }
}
