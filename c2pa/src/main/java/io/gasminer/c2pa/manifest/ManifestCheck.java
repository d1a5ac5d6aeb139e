package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cose.SignatureVerdict;
import io.gasminer.c2pa.status.StatusCode;
import io.gasminer.c2pa.status.StatusLog;
import io.gasminer.c2pa.x509.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Owns the check of one manifest by itself (specification §15.10): signature, then assertions. */
final class ManifestCheck {
  private static final List<String> HARD_BINDINGS =
      List.of("c2pa.hash.data", "c2pa.hash.boxes", "c2pa.hash.bmff", "c2pa.hash.collection.data");
  private static final Set<String> UPDATE_ACTIONS =
      Set.of("c2pa.edited.metadata", "c2pa.opened", "c2pa.published", "c2pa.redacted");

  private final Manifest manifest;
  private final Claim claim;
  private final Scope scope;
  private final StatusLog log;

  ManifestCheck(Manifest manifest, Scope scope) {
    this.manifest = manifest;
    this.claim = manifest.claim();
    this.scope = scope;
    this.log = scope.log();
  }

  /** Checks all but the hard binding; the verdict on the signature is the result. */
  SignatureVerdict check(Signatures signatures) throws Unreadable {
    log.lookAt(JumbfUri.signature(manifest.label()));
    checkLabels();
    SignatureVerdict verdict = signatures.judge(manifest, scope.timeOf(manifest));
    verdict.findings().forEach(this::note);
    if (verdict.unreadable().isPresent()) {
      throw new Unreadable(verdict.unreadable().get());
    }
    for (CborMap info : claim.generatorInfo()) {
      checkIcon(HashedUri.of(info, "icon"));
    }
    checkRedactions();
    checkParents();
    checkAssertions();
    new ActionRules(manifest, scope).check();
    if (claim.version() > 1) {
      new MetadataRules(manifest, scope).check();
    }
    log.lookAway();
    return verdict;
  }

  private void checkLabels() {
    boolean elsewhere =
        JumbfUri.manifestOf(claim.signature())
            .filter(label -> !label.equals(manifest.label()))
            .isPresent();
    if (elsewhere || !JumbfUri.lastOf(claim.signature()).equals("c2pa.signature")) {
      log.failure(StatusCode.CLAIM_SIGNATURE_MISSING, "", "signature missing");
    }
    if (claim.version() > 1 && !ManifestLabel.isWellFormed(manifest.label())) {
      log.failure(StatusCode.CLAIM_MALFORMED, manifest.uri(), "claim box label invalid");
    }
  }

  private void note(Finding finding) {
    switch (finding.kind()) {
      case SUCCESS -> log.success(finding.code(), "", finding.explanation());
      case INFORMATIONAL -> log.informational(finding.code(), "", finding.explanation());
      case FAILURE -> log.failure(finding.code(), "", finding.explanation());
    }
  }

  /** An icon is an assertion whose hash must fit, or a data box. */
  private void checkIcon(Optional<HashedUri> icon) {
    icon.ifPresent(uri -> Icons.check(manifest, List.of(uri), log));
  }

  private void checkRedactions() {
    for (String uri : claim.redactions()) {
      if (uri.contains(manifest.label())) {
        log.failure(StatusCode.ASSERTION_SELF_REDACTED, uri, "claim contains self redaction");
      }
      if (uri.contains("c2pa.actions")) {
        log.failure(
            StatusCode.ASSERTION_ACTION_REDACTED, uri, "redaction of action assertions disallowed");
      }
      if (HARD_BINDINGS.stream().anyMatch(uri::contains)) {
        log.failure(
            StatusCode.ASSERTION_DATA_HASH_REDACTED, uri, "redaction of disallowed hash assertion");
      }
    }
  }

  private void checkParents() throws Unreadable {
    long parents =
        manifest.all("c2pa.ingredient").stream()
            .map(Ingredient::of)
            .flatMap(Optional::stream)
            .filter(Ingredient::isParent)
            .count();
    if (!manifest.update()) {
      if (parents > 1) {
        log.failure(
            StatusCode.MANIFEST_MULTIPLE_PARENTS, manifest.uri(), "too many ingredient parents");
      }
      return;
    }
    for (Assertion assertion : manifest.all("c2pa.actions")) {
      for (Action action : ActionRules.actions(assertion).list()) {
        if (!UPDATE_ACTIONS.contains(action.name())) {
          updateInvalid("update manifests contains disallowed actions assertion");
        }
      }
    }
    long thumbnails =
        manifest.assertions().stream()
            .filter(assertion -> assertion.label().raw().contains("c2pa.thumbnail.claim"))
            .count();
    if (thumbnails > 1) {
      updateInvalid("update manifests cannot contain thumbnail assertions");
    }
    if (parents == 0) {
      log.failure(
          StatusCode.MANIFEST_UPDATE_WRONG_PARENTS,
          manifest.uri(),
          "update manifest must have ingredient with parentOf relationship");
    } else if (parents > 1) {
      updateInvalid("update manifests can have one 1 ingredient");
    }
  }

  private void updateInvalid(String explanation) {
    log.failure(StatusCode.MANIFEST_UPDATE_INVALID, manifest.uri(), explanation);
  }

  private void checkAssertions() throws Unreadable {
    List<Assertion> unclaimed = new ArrayList<>(manifest.assertions());
    for (HashedUri declared : claim.assertions()) {
      AssertionLabel label = AssertionLabel.of(declared.url());
      if (!declared.isRelative()
          && !JumbfUri.manifestOf(declared.url()).orElseThrow().equals(manifest.label())) {
        log.failure(
            StatusCode.ASSERTION_OUTSIDE_MANIFEST,
            declared.url(),
            "assertion reference to external assertion store: " + declared.url());
      }
      manifest.find(label).ifPresent(unclaimed::remove);
      if (!scope.isRedacted(manifest, label)) {
        checkAssertion(declared.within(manifest.label()), label);
      }
    }
    if (!unclaimed.isEmpty()) {
      unclaimed.forEach(
          assertion ->
              log.failure(
                  StatusCode.ASSERTION_UNDECLARED,
                  assertion.label().text(),
                  "assertion is not referenced by the claim"));
      throw new Unreadable("an assertion that the claim does not reference");
    }
  }

  private void checkAssertion(HashedUri declared, AssertionLabel label) {
    Optional<Assertion> found = manifest.find(label);
    if (found.isEmpty()) {
      log.failure(
          StatusCode.ASSERTION_MISSING,
          declared.url(),
          "cannot find matching assertion: " + declared.url());
    } else if (found.get().hashIs(declared.hash())) {
      log.success(
          StatusCode.ASSERTION_HASHED_URI_MATCH,
          declared.url(),
          "hashed uri matched: " + declared.url());
    } else {
      log.failure(
          StatusCode.ASSERTION_HASHED_URI_MISMATCH,
          declared.url(),
          "hash does not match assertion data: " + declared.url());
    }
  }
}
