package io.gasminer.miner.explanation;

import io.gasminer.c2pa.ManifestReport;
import io.gasminer.c2pa.SignatureSummary;
import io.gasminer.c2pa.ValidationReport;
import io.gasminer.c2pa.ValidationResults;
import io.gasminer.c2pa.manifest.Assertion;
import io.gasminer.c2pa.manifest.Ingredient;
import io.gasminer.c2pa.manifest.JumbfUri;
import io.gasminer.c2pa.status.Status;
import io.gasminer.c2pa.x509.Certificate;
import io.gasminer.miner.explanation.ManifestOutline.AnchorFound;
import io.gasminer.miner.explanation.ManifestOutline.AssertionOutline;
import io.gasminer.miner.explanation.ManifestOutline.CertificateOutline;
import io.gasminer.miner.explanation.ManifestOutline.Check;
import io.gasminer.miner.explanation.ManifestOutline.ClaimOutline;
import io.gasminer.miner.explanation.ManifestOutline.StampOutline;
import io.gasminer.miner.provenance.AnchorSet;
import io.gasminer.miner.provenance.SigningTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Owns the way from a report to the outlines of its manifests. */
final class OutlineReading {
  /** What weighs most in a time-stamp comes first. */
  private static final List<String> STAMP_CODES =
      List.of(
          "timeStamp.trusted",
          "timeStamp.mismatch",
          "timeStamp.outsideValidity",
          "timeStamp.malformed",
          "timeStamp.untrusted",
          "timeStamp.validated");

  private final ValidationReport report;
  private final List<AnchorSet> sets;
  private final Instant now;
  private final List<Status> statuses;

  OutlineReading(ValidationReport report, List<AnchorSet> sets, Instant now) {
    this.report = report;
    this.sets = sets;
    this.now = now;
    ValidationResults results = report.results();
    this.statuses =
        Stream.concat(
                Stream.of(results.activeManifest()), results.ingredientDeltas().values().stream())
            .flatMap(
                codes ->
                    Stream.of(codes.success(), codes.informational(), codes.failure())
                        .flatMap(List::stream))
            .toList();
  }

  List<ManifestOutline> manifests() {
    return report.manifests().reversed().stream().map(this::outline).toList();
  }

  private ManifestOutline outline(ManifestReport manifest) {
    List<Certificate> chain = manifest.signature().map(SignatureSummary::chain).orElse(List.of());
    return new ManifestOutline(
        manifest.label(),
        manifest.label().equals(report.active().label()),
        manifest.shown() ? Optional.of(claim(manifest)) : Optional.empty(),
        manifest.declared().stream().map(assertion -> assertion(manifest, assertion)).toList(),
        chain.stream().map(OutlineReading::certificate).toList(),
        anchors(chain),
        stamp(manifest));
  }

  private static ClaimOutline claim(ManifestReport manifest) {
    Optional<String> info =
        manifest.claimGeneratorInfo().stream()
            .findFirst()
            .map(
                node ->
                    node.path("name").asString("")
                        + node.path("version")
                            .asStringOpt()
                            .map(version -> " " + version)
                            .orElse(""));
    return new ClaimOutline(
        manifest.claimVersion(),
        manifest.claimGenerator().or(() -> info.map(String::strip)),
        manifest.title(),
        manifest.signature().flatMap(SignatureSummary::issuer),
        manifest.signature().flatMap(SignatureSummary::algorithm),
        SigningTime.of(manifest));
  }

  private AssertionOutline assertion(ManifestReport manifest, Assertion assertion) {
    String label = assertion.label().text();
    List<Status> found =
        statuses.stream().filter(status -> isAbout(status, manifest.label(), label)).toList();
    List<String> says = new ArrayList<>(AssertionWords.of(assertion));
    found.stream()
        .filter(status -> status.code().matches("assertion\\.\\w+Hash\\..*"))
        .map(status -> status.code().replaceFirst("assertion\\.", "") + ": " + status.explanation())
        .forEach(says::add);
    return new AssertionOutline(
        label,
        hash(found),
        says,
        Ingredient.of(assertion)
            .filter(some -> assertion.is("c2pa.ingredient"))
            .flatMap(Ingredient::manifest)
            .flatMap(uri -> JumbfUri.manifestOf(uri.url())));
  }

  private static Check hash(List<Status> found) {
    if (found.stream().anyMatch(status -> status.code().equals("assertion.hashedURI.mismatch"))) {
      return Check.FAILS;
    }
    return found.stream().anyMatch(status -> status.code().equals("assertion.hashedURI.match"))
        ? Check.HOLDS
        : Check.AS_RECORDED;
  }

  private static boolean isAbout(Status status, String manifest, String label) {
    return JumbfUri.manifestOf(status.url()).filter(manifest::equals).isPresent()
        && JumbfUri.assertionOf(status.url()).filter(label::equals).isPresent();
  }

  private static CertificateOutline certificate(Certificate certificate) {
    return new CertificateOutline(
        certificate.subjectName(),
        certificate.issuerName(),
        certificate.serial().toString(),
        certificate.notBefore(),
        certificate.notAfter(),
        UsageWords.of(certificate.usages()));
  }

  private List<AnchorFound> anchors(List<Certificate> chain) {
    List<AnchorFound> found = new ArrayList<>();
    for (AnchorSet set : sets) {
      set.anchorOf(chain, now)
          .map(entry -> new AnchorFound(set.name(), entry.anchor().name(), entry.ends()))
          .ifPresent(found::add);
    }
    return found;
  }

  private Optional<StampOutline> stamp(ManifestReport manifest) {
    Optional<Instant> time = manifest.signature().flatMap(SignatureSummary::time);
    return STAMP_CODES.stream()
        .flatMap(
            code ->
                statuses.stream()
                    .filter(status -> status.code().equals(code))
                    .filter(
                        status ->
                            JumbfUri.manifestOf(status.url())
                                .filter(manifest.label()::equals)
                                .isPresent()))
        .findFirst()
        .map(status -> new StampOutline(time, status.code(), status.explanation()))
        .or(() -> time.map(at -> new StampOutline(Optional.of(at), "", "")));
  }

  /** Whether a field is text. */
  static Optional<String> text(JsonNode node) {
    return node.isString() && !node.stringValue().isBlank()
        ? Optional.of(node.stringValue())
        : Optional.empty();
  }
}
