package io.gasminer.miner.explanation;

import io.gasminer.c2pa.ReadResult;
import io.gasminer.c2pa.ValidationReport;
import io.gasminer.miner.explanation.ManifestOutline.AnchorFound;
import io.gasminer.miner.explanation.ManifestOutline.CertificateOutline;
import io.gasminer.miner.provenance.Fault;
import io.gasminer.miner.provenance.PolicyWalk;
import io.gasminer.miner.provenance.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns the way from the rule that failed to whose fault that is, and what to do about it. */
final class CauseFinding {
  private final PolicyWalk walk;
  private final List<ManifestOutline> manifests;
  private final SigningModels models;
  private final Instant now;

  CauseFinding(
      PolicyWalk walk, List<ManifestOutline> manifests, SigningModels models, Instant now) {
    this.walk = walk;
    this.manifests = manifests;
    this.models = models;
    this.now = now;
  }

  /** The weightiest first. */
  List<Cause> causes(ReadResult read) {
    String another =
        "Choose another model: " + String.join("; ", models.settings(mime(read))) + ".";
    return Refusal.of(read, walk).stream().map(refusal -> cause(refusal, another)).toList();
  }

  private Cause cause(Refusal refusal, String another) {
    return switch (refusal) {
      case CERTIFICATE_ENDED -> expired(another);
      case UNTRUSTED -> untrusted(another);
      default -> new Cause(refusal.fault(), refusal.what(), refusal.next(another));
    };
  }

  private Cause expired(String another) {
    Refusal ended = Refusal.CERTIFICATE_ENDED;
    Optional<CertificateOutline> leaf = leaf();
    boolean early = leaf.filter(found -> found.notBefore().isAfter(now)).isPresent();
    String times =
        leaf.map(found -> " It counts from " + found.notBefore() + " to " + found.notAfter() + ".")
            .orElse("");
    return new Cause(
        leaf.isPresent() && !early ? Fault.PROVIDER : Fault.CLOCK,
        ended.what() + times,
        ended.next(another));
  }

  private Cause untrusted(String another) {
    Refusal untrusted = Refusal.UNTRUSTED;
    Optional<AnchorFound> anchor =
        manifests.stream()
            .filter(ManifestOutline::active)
            .flatMap(manifest -> manifest.anchors().stream())
            .findFirst();
    if (anchor.isPresent() && anchor.get().set().equals("sn34")) {
      return new Cause(
          Fault.PROVIDER,
          "The chain reaches an anchor, but not with this time or these key usages.",
          untrusted.next(another));
    }
    if (anchor.isPresent()) {
      return new Cause(Fault.VALIDATORS_LIST, elsewhere(anchor.get()), listed(another));
    }
    boolean own = leaf().filter(found -> found.issuer().equals(found.subject())).isPresent();
    String detail =
        own
            ? " The provider signs with a certificate of its own making, which nobody vouches for."
            : leaf()
                .map(found -> " They end at " + manifestIssuer() + ", on no list known here.")
                .orElse("");
    return new Cause(untrusted.fault(), untrusted.what() + detail, untrusted.next(another));
  }

  private static String elsewhere(AnchorFound anchor) {
    return "The signature leads to "
        + anchor.name()
        + " of the set "
        + anchor.set()
        + ", which validators do not hold.";
  }

  private List<String> listed(String another) {
    boolean openAi = leaf().filter(found -> found.subject().contains("OpenAI")).isPresent();
    return List.of(
        another,
        openAi
            ? "OpenAI's certificates of 2026 chain to roots that validators do not hold: see"
                + " docs/providers.md."
            : "Only the validators can add an anchor; until then this signer earns nothing.");
  }

  private String manifestIssuer() {
    return manifests.stream()
        .filter(ManifestOutline::active)
        .map(manifest -> manifest.certificates().getLast().issuer())
        .findFirst()
        .orElse("");
  }

  private Optional<CertificateOutline> leaf() {
    return manifests.stream()
        .filter(ManifestOutline::active)
        .flatMap(manifest -> manifest.certificates().stream())
        .findFirst();
  }

  private static Optional<String> mime(ReadResult read) {
    return read instanceof ReadResult.Report(ValidationReport report)
        ? Optional.of(report.mediaType().mime())
        : Optional.empty();
  }
}
