package io.gasminer.miner.explanation;

import io.gasminer.c2pa.ReadResult;
import io.gasminer.c2pa.ValidationReport;
import io.gasminer.miner.explanation.Cause.Fault;
import io.gasminer.miner.explanation.ManifestOutline.AnchorFound;
import io.gasminer.miner.explanation.ManifestOutline.CertificateOutline;
import io.gasminer.miner.provenance.PolicyStep;
import io.gasminer.miner.provenance.PolicyWalk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owns the way from the rule that failed to whose fault that is, and what to do about it. */
final class CauseFinding {
  private static final String NO_CONVERSION =
      "Let nothing decode, resize, convert or optimise media between the provider and the"
          + " validator: even a lossless copy by an image library destroys the manifest.";
  private static final String COMPARE =
      "Fetch the same media from the provider again and verify those bytes; if they fail too, the"
          + " provider's manifest is broken.";
  private static final String CHECK_CLOCK =
      "Check this machine's clock (timedatectl), or the time given with --at.";

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

  List<Cause> causes(ReadResult read) {
    Optional<PolicyStep> failure = walk.firstFailure();
    if (failure.isEmpty()) {
      return List.of();
    }
    List<String> other =
        List.of("Choose another model: " + String.join("; ", models.settings(mime(read))) + ".");
    return switch (failure.get().rule()) {
      case MANIFEST -> List.of(noManifest(read, other));
      case SIGNATURE -> signature(other);
      case HARD_BINDING ->
          List.of(
              new Cause(
                  Fault.PROVIDER,
                  "The manifest is signed, but nothing in it binds it to these bytes, so it could"
                      + " have been moved here from other media.",
                  other));
      case NAMED_SIGNER ->
          List.of(
              new Cause(
                  Fault.MODEL_CHOICE,
                  "The signing certificate names no organisation, so validators take it for"
                      + " self-signed.",
                  other));
      case AUTHORITY ->
          List.of(
              new Cause(
                  Fault.VALIDATORS_LIST,
                  "The signature holds, but validators do not know the name of the organisation"
                      + " that signed.",
                  other));
      case GENERATOR ->
          List.of(
              new Cause(
                  Fault.MODEL_CHOICE,
                  "The signature holds and the signer is known, but not as a maker of AI media.",
                  other));
    };
  }

  private static Cause noManifest(ReadResult read, List<String> other) {
    if (read instanceof ReadResult.Unreadable) {
      return new Cause(
          Fault.BYTES_CHANGED,
          "The file or its manifest store is damaged: it was cut short or altered.",
          List.of(
              "Fetch the media again, whole; compare its size with what the provider announces.",
              NO_CONVERSION));
    }
    List<String> next = new ArrayList<>(other);
    next.add(
        "If this model does sign (docs/providers.md tells), look for what strips it. "
            + NO_CONVERSION);
    return new Cause(
        Fault.MODEL_CHOICE,
        "The file carries no manifest: the model delivers without one, or something on the way"
            + " stripped it.",
        next);
  }

  /** The weightiest first: changed bytes, then the certificate, then the signature, then trust. */
  private List<Cause> signature(List<String> other) {
    List<Cause> causes = new ArrayList<>();
    if (rejects("Hash.mismatch")) {
      causes.add(
          new Cause(
              Fault.BYTES_CHANGED,
              "The bytes were changed after they were signed: do not re-encode.",
              List.of(NO_CONVERSION, COMPARE)));
    }
    if (rejects("assertion.hashedURI.mismatch")) {
      causes.add(
          new Cause(
              Fault.BYTES_CHANGED,
              "An assertion is not the one that was signed: the manifest itself was edited.",
              List.of(NO_CONVERSION, COMPARE)));
    }
    if (rejects("signingCredential.expired")) {
      causes.add(expired(other));
    }
    if (rejects("signingCredential.invalid") || rejects("signingCredential.revoked")) {
      causes.add(
          new Cause(
              Fault.PROVIDER,
              "The signing certificate is not one that may sign claims, or was revoked.",
              other));
    }
    boolean untrusted = rejects("signingCredential.untrusted");
    if (rejects("laimSignature.mismatch") || rejects("claim.signature.mismatch")) {
      causes.add(
          new Cause(
              Fault.PROVIDER,
              "The signature does not fit the claim: it was made over something else, or the claim"
                  + " was changed.",
              other));
    }
    if (untrusted) {
      causes.add(untrusted(other));
    }
    if (causes.isEmpty()) {
      causes.add(
          new Cause(
              Fault.PROVIDER,
              "A part of the manifest, or of the manifest of an ingredient, does not fit.",
              other));
    }
    return causes;
  }

  private Cause expired(List<String> other) {
    Optional<CertificateOutline> leaf = leaf();
    if (leaf.filter(found -> found.notBefore().isAfter(now)).isPresent()) {
      return new Cause(
          Fault.CLOCK,
          "The signing certificate begins only on " + leaf.get().notBefore() + ".",
          List.of(CHECK_CLOCK));
    }
    List<String> next = new ArrayList<>(List.of(CHECK_CLOCK));
    next.addAll(other);
    return new Cause(
        leaf.isPresent() ? Fault.PROVIDER : Fault.CLOCK,
        "The signing certificate"
            + leaf.map(found -> " ended on " + found.notAfter()).orElse(" has ended")
            + ", and no time-stamp that counts says that it was signed before.",
        next);
  }

  private Cause untrusted(List<String> other) {
    Optional<AnchorFound> elsewhere =
        manifests.stream()
            .filter(ManifestOutline::active)
            .flatMap(manifest -> manifest.anchors().stream())
            .findFirst();
    if (elsewhere.isPresent() && elsewhere.get().set().equals("sn34")) {
      return new Cause(
          Fault.PROVIDER,
          "The chain reaches an anchor, but not with this time or these key usages.",
          other);
    }
    if (elsewhere.isPresent()) {
      return new Cause(Fault.VALIDATORS_LIST, elsewhere(elsewhere.get()), listed(other));
    }
    Optional<CertificateOutline> leaf = leaf();
    boolean own = leaf.filter(found -> found.issuer().equals(found.subject())).isPresent();
    return own
        ? new Cause(
            Fault.MODEL_CHOICE,
            "The provider signs with a certificate of its own making, which nobody vouches for.",
            other)
        : new Cause(
            Fault.MODEL_CHOICE,
            "The certificates lead to an anchor that neither validators nor the official list"
                + " hold"
                + leaf.map(found -> ": " + manifestIssuer()).orElse("")
                + ".",
            other);
  }

  private static String elsewhere(AnchorFound anchor) {
    return "The signature leads to "
        + anchor.name()
        + " of the set "
        + anchor.set()
        + ", which validators do not hold.";
  }

  private List<String> listed(List<String> other) {
    List<String> next = new ArrayList<>(other);
    boolean openAi = leaf().filter(found -> found.subject().contains("OpenAI")).isPresent();
    next.add(
        openAi
            ? "OpenAI's certificates of 2026 chain to roots that validators do not hold: see"
                + " docs/providers.md."
            : "Only the validators can add an anchor; until then this signer earns nothing.");
    return next;
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

  private boolean rejects(String part) {
    return walk.verdict().validationErrors().stream().anyMatch(error -> error.contains(part));
  }

  private static Optional<String> mime(ReadResult read) {
    return read instanceof ReadResult.Report(ValidationReport report)
        ? Optional.of(report.mediaType().mime())
        : Optional.empty();
  }
}
