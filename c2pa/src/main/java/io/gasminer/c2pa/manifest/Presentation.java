package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.status.StatusCode;
import io.gasminer.c2pa.status.StatusLog;
import java.util.HashSet;
import java.util.Set;

/**
 * Owns the findings that come from showing manifests rather than judging them: the validators'
 * reader decodes every assertion for its report, and what it cannot decode is a failure.
 */
final class Presentation {
  private final Scope scope;
  private final Signatures signatures;
  private final StatusLog log;

  Presentation(Scope scope, Signatures signatures) {
    this.scope = scope;
    this.signatures = signatures;
    this.log = scope.log();
  }

  /** The labels of manifests that cannot be shown. */
  Set<String> check() {
    Set<String> hidden = new HashSet<>();
    for (Manifest manifest : scope.store().manifests()) {
      IdentityRules identities = new IdentityRules(manifest, signatures, log);
      manifest.all("cawg.identity").forEach(identities::check);
      for (HashedUri declared : manifest.claim().assertions()) {
        AssertionLabel label = AssertionLabel.of(declared.url());
        boolean shown = manifest.find(label).map(Presentation::canBeShown).orElse(true);
        if (!shown) {
          log.failure(
              StatusCode.ASSERTION_REQUIRED_MISSING, manifest.uri(), "Failed to load manifest");
          hidden.add(manifest.label());
          break;
        }
      }
    }
    return hidden;
  }

  private static boolean canBeShown(Assertion assertion) {
    String base = assertion.label().base();
    if (base.startsWith("c2pa.actions")) {
      return Actions.of(assertion).isPresent();
    }
    if (base.startsWith("c2pa.ingredient")) {
      return Ingredient.of(assertion).isPresent();
    }
    return switch (assertion.content()) {
      case Assertion.Content.Cbor cbor -> cbor.value().isPresent();
      case Assertion.Content.Json json -> json.value().isPresent();
      case Assertion.Content.EmbeddedFile file -> true;
      case Assertion.Content.Uuid uuid -> true;
    };
  }
}
