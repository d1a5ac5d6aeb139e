package io.gasminer.miner.provenance;

import io.gasminer.c2pa.ManifestReport;
import io.gasminer.c2pa.ReadResult;
import io.gasminer.c2pa.SignatureSummary;
import io.gasminer.c2pa.ValidationReport;
import io.gasminer.c2pa.status.Status;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Owns what the policy's rules look at in one asset: a few texts of the report, and never the
 * validation state.
 *
 * @param absence why there is no report; empty where there is one
 */
record PolicyEvidence(Optional<ValidationReport> report, String absence, TrustedNames names) {
  private static final Set<String> REJECTING =
      Set.of(
          "signingCredential.invalid",
          "signingCredential.expired",
          "signingCredential.revoked",
          "signingCredential.untrusted",
          "manifest.inaccessible",
          "assertion.inaccessible");
  private static final Set<String> BINDINGS =
      Set.of(
          "assertion.dataHash.match",
          "assertion.bmffHash.match",
          "assertion.boxesHash.match",
          "assertion.collectionHash.match");

  static PolicyEvidence of(ReadResult result, TrustedNames names) {
    return switch (result) {
      case ReadResult.NoManifest(String reason) ->
          new PolicyEvidence(Optional.empty(), reason, names);
      case ReadResult.Unreadable(String reason) ->
          new PolicyEvidence(Optional.empty(), reason, names);
      case ReadResult.Report(ValidationReport report) when report.mediaType().isTold() ->
          new PolicyEvidence(Optional.of(report), "", names);
      // By magic bytes validators look for no manifest in what their table does not tell.
      case ReadResult.Report(ValidationReport report) ->
          new PolicyEvidence(
              Optional.empty(),
              "validators look for none in "
                  + report.mediaType().mime()
                  + " with these first bytes",
              names);
    };
  }

  /** The findings that reject, as {@code code: explanation}. */
  List<String> rejections() {
    return report.stream()
        .flatMap(found -> found.results().failures().stream())
        .filter(failure -> rejects(failure.code()))
        .map(failure -> failure.code() + ": " + failure.explanation())
        .toList();
  }

  /** The first finding that binds the active manifest to the bytes. */
  Optional<String> binding() {
    return report.stream()
        .flatMap(found -> found.results().activeManifest().success().stream())
        .map(Status::code)
        .filter(BINDINGS::contains)
        .findFirst();
  }

  /** The organisation of the signing certificate. */
  Optional<String> issuer() {
    return signature().flatMap(SignatureSummary::issuer).filter(name -> !name.isEmpty());
  }

  /** What the policy takes for the subject: the serial number is all that reaches it. */
  String subject() {
    return signature().map(info -> "serial:" + info.serialNumber()).orElse("");
  }

  /** The text of claims of version 1, otherwise the first name of the newer field. */
  Optional<String> generator() {
    return report.map(ValidationReport::active).flatMap(PolicyEvidence::generator);
  }

  private Optional<SignatureSummary> signature() {
    return report.map(ValidationReport::active).flatMap(ManifestReport::signature);
  }

  private static Optional<String> generator(ManifestReport manifest) {
    return manifest
        .claimGenerator()
        .or(
            () ->
                manifest.claimGeneratorInfo().stream()
                    .findFirst()
                    .map(info -> info.path("name"))
                    .filter(JsonNode::isString)
                    .map(JsonNode::stringValue))
        .filter(name -> !name.isEmpty());
  }

  private static boolean rejects(String code) {
    String lower = code.toLowerCase(Locale.ROOT);
    return REJECTING.contains(code) || lower.contains("mismatch") || lower.contains("error");
  }
}
