package io.gasminer.miner.provenance;

import io.gasminer.c2pa.Forecast;
import io.gasminer.c2pa.ManifestReport;
import io.gasminer.c2pa.ReadResult;
import io.gasminer.c2pa.SignatureSummary;
import io.gasminer.c2pa.ValidationReport;
import io.gasminer.c2pa.status.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Owns the validators' policy: from a report of the manifest store to their verdict, rule by rule
 * and word by word. It does not ask for the validation state, as theirs does not.
 */
public record Sn34Policy(TrustedNames names) {
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

  /** The verdict on what the reader found. */
  public Sn34Verdict judge(ReadResult result) {
    return switch (result) {
      case ReadResult.NoManifest(String reason) -> Sn34Verdict.withoutManifest(reason);
      case ReadResult.Unreadable(String reason) -> Sn34Verdict.withoutManifest(reason);
      case ReadResult.Report(ValidationReport report) ->
          report.mediaType().isTold() ? judge(report) : untold(report);
    };
  }

  /** The verdicts by both versions of the reader. */
  public Sn34Forecast judge(Forecast read) {
    return new Sn34Forecast(judge(read.pinned()), judge(read.newer()));
  }

  /** By magic bytes validators look for no manifest in what their table does not tell. */
  private static Sn34Verdict untold(ValidationReport report) {
    return Sn34Verdict.withoutManifest(
        "validators look for none in " + report.mediaType().mime() + " with these first bytes");
  }

  private Sn34Verdict judge(ValidationReport report) {
    List<String> errors =
        report.results().failures().stream()
            .filter(failure -> rejects(failure.code()))
            .map(failure -> failure.code() + ": " + failure.explanation())
            .toList();
    if (!errors.isEmpty()) {
      return Sn34Verdict.broken(errors);
    }
    if (report.results().activeManifest().success().stream()
        .map(Status::code)
        .noneMatch(BINDINGS::contains)) {
      return Sn34Verdict.refused(
          false,
          Optional.empty(),
          Optional.empty(),
          "No verified hard-binding content hash assertion in C2PA manifest");
    }
    Optional<String> issuer =
        report
            .active()
            .signature()
            .flatMap(SignatureSummary::issuer)
            .filter(name -> !name.isEmpty());
    if (issuer.isEmpty()) {
      return Sn34Verdict.refused(
          true, Optional.empty(), Optional.empty(), "Self-signed certificates are not accepted");
    }
    if (!names.mayIssue(issuer.get())) {
      return Sn34Verdict.refused(
          false,
          issuer,
          Optional.empty(),
          "Certificate issuer not from trusted CA: " + issuer.get());
    }
    return judgeGenerator(report, issuer.get());
  }

  private Sn34Verdict judgeGenerator(ValidationReport report, String issuer) {
    Optional<String> generator = generator(report.active());
    String subject =
        report.active().signature().map(info -> "serial:" + info.serialNumber()).orElse("");
    boolean trusted =
        names.isGenerator(subject)
            || names.isPartOfGenerator(subject)
            || names.isGenerator(issuer)
            || generator.filter(names::isGenerator).isPresent();
    if (!trusted) {
      return Sn34Verdict.refused(
          false, Optional.of(issuer), generator, "Not from a trusted AI generator: " + subject);
    }
    return new Sn34Verdict(
        true,
        false,
        Optional.of(issuer),
        generator,
        Optional.of(origin(report, subject, generator)),
        List.of(),
        Optional.empty());
  }

  private Sn34Verdict.Origin origin(
      ValidationReport report, String subject, Optional<String> generator) {
    boolean ai = AiSource.isNamedIn(report);
    Optional<String> profile =
        names.profile(generator.map(name -> List.of(subject, name)).orElse(List.of(subject)));
    return new Sn34Verdict.Origin(
        ai,
        ModelName.of(report.active()),
        profile,
        true,
        warnings(profile.isPresent(), generator.isPresent(), ai),
        SigningTime.of(report.active()));
  }

  private static List<String> warnings(boolean knownProfile, boolean hasGenerator, boolean ai) {
    List<String> warnings = new ArrayList<>();
    if (!knownProfile) {
      warnings.add("unknown_provider_profile");
    }
    if (!hasGenerator) {
      warnings.add("missing_claim_generator");
    }
    if (!knownProfile && !ai) {
      warnings.add("missing_ai_source_assertion");
    }
    return warnings;
  }

  /** The text of claims of version 1, otherwise the first name of the newer field. */
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
