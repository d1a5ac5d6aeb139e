package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.asset.AssetDigest;
import io.gasminer.c2pa.cose.SignerFacts;
import io.gasminer.c2pa.status.StatusCode;
import io.gasminer.c2pa.status.StatusLog;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Owns the check of the ingredients of a manifest, and of theirs (specification §15.11). */
final class IngredientCheck {
  private static final int DEEPEST = 100;
  private static final int MOST = 1_000;

  private final Scope scope;
  private final Signatures signatures;
  private final Map<String, SignerFacts> signers;
  private final StatusLog log;
  private final Set<String> descended = new HashSet<>();
  private int checked;

  IngredientCheck(Scope scope, Signatures signatures, Map<String, SignerFacts> signers) {
    this.scope = scope;
    this.signatures = signatures;
    this.signers = signers;
    this.log = scope.log();
  }

  void check(Manifest manifest, int depth) throws Unreadable {
    if (depth >= DEEPEST) {
      throw new Unreadable("a chain of ingredients that is too long");
    }
    for (Assertion assertion : manifest.all("c2pa.ingredient")) {
      if (assertion.isBlank()) {
        continue;
      }
      Optional<Ingredient> ingredient = Ingredient.of(assertion);
      if (ingredient.isEmpty()) {
        log.failure(
            StatusCode.ASSERTION_INGREDIENT_MALFORMED,
            assertion.label().text(),
            "ingredient assertion could not be parsed");
        throw new Unreadable("an ingredient that cannot be read");
      }
      if (scope.rules().judgesInputs() || !ingredient.get().isInput()) {
        log.enter(manifest.uriOf(assertion));
        check(manifest, assertion, ingredient.get(), depth);
        log.leave();
      }
    }
  }

  private void check(Manifest owner, Assertion assertion, Ingredient ingredient, int depth)
      throws Unreadable {
    if (ingredient.manifest().isEmpty()) {
      if (ingredient.isInput()) {
        return;
      }
      log.informational(
          StatusCode.INGREDIENT_UNKNOWN_PROVENANCE,
          owner.uriOf(assertion),
          ingredient.title().orElse("no title") + ": ingredient does not have provenance");
      return;
    }
    if (ingredient.version() >= 3 && !ingredient.validated()) {
      log.failure(
          StatusCode.ASSERTION_INGREDIENT_MALFORMED,
          owner.uriOf(assertion),
          "ingredient V3 must have validation results");
    }
    HashedUri reference = ingredient.manifest().get();
    String label = JumbfUri.manifestOf(reference.url()).orElse(reference.url());
    Optional<Manifest> found = scope.store().find(label);
    if (found.isEmpty()) {
      log.failure(StatusCode.INGREDIENT_MANIFEST_MISSING, label, "ingredient not found");
      return;
    }
    if (++checked > MOST) {
      throw new Unreadable("too many ingredients");
    }
    compare(ingredient, reference, found.get());
    new ManifestCheck(found.get(), scope)
        .check(signatures)
        .signer()
        .ifPresent(signer -> signers.put(label, signer));
    if (!scope.rules().judgesInputs() || descended.add(label)) {
      check(found.get(), depth + 1);
    }
  }

  /** By the hash of the manifest, or, when something in it was redacted, of its signature. */
  private void compare(Ingredient ingredient, HashedUri reference, Manifest found)
      throws Unreadable {
    boolean redacted = scope.redactions().stream().anyMatch(uri -> uri.contains(found.label()));
    if (!redacted) {
      if (hashIs(found.boxHash(), reference.hash())) {
        log.success(
            StatusCode.INGREDIENT_MANIFEST_VALIDATED, reference.url(), "ingredient hash matched");
      } else if (!isHashOfClaim(reference, found)) {
        log.failure(
            StatusCode.INGREDIENT_MANIFEST_MISMATCH, reference.url(), "ingredient hash incorrect");
      }
      return;
    }
    if (found.claim().version() == 1) {
      return;
    }
    if (ingredient.signature().isEmpty()) {
      log.failure(
          StatusCode.INGREDIENT_CLAIM_SIGNATURE_MISSING,
          reference.url(),
          "ingredient claimSignature missing");
      throw new Unreadable("an ingredient without the hash of its signature");
    }
    if (hashIs(found.signatureHash(), ingredient.signature().get().hash())) {
      log.informational(
          StatusCode.INGREDIENT_CLAIM_SIGNATURE_VALIDATED,
          reference.url(),
          "ingredient claimSignature validated");
    } else {
      log.failure(
          StatusCode.INGREDIENT_CLAIM_SIGNATURE_MISMATCH,
          reference.url(),
          "ingredient claimSignature mismatch");
    }
  }

  /** Before version 1.3 of the specification the claim alone was hashed. */
  private static boolean isHashOfClaim(HashedUri reference, Manifest found) {
    Optional<MessageDigest> digest =
        AssetDigest.named(reference.algorithm().orElse(found.claim().algorithm()));
    return digest.isPresent()
        && hashIs(digest.get().digest(found.claim().bytes()), reference.hash());
  }

  private static boolean hashIs(byte[] found, byte[] expected) {
    return found.length > 0 && Arrays.equals(found, expected);
  }
}
