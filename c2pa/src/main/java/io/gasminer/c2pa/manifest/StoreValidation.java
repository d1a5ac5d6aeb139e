package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cose.SignerFacts;
import io.gasminer.c2pa.status.Status;
import io.gasminer.c2pa.status.StatusCode;
import io.gasminer.c2pa.status.StatusLog;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Owns the validation of a manifest store against its asset (specification chapter 15), in the
 * order in which the validators' reader does it. For one store and one thread.
 */
public final class StoreValidation {
  private final BoundAsset asset;
  private final Signatures signatures;
  private final StatusLog log = new StatusLog();
  private final Map<String, SignerFacts> signers = new HashMap<>();

  private StoreValidation(BoundAsset asset, Signatures signatures) {
    this.asset = asset;
    this.signatures = signatures;
  }

  /**
   * Validates.
   *
   * @throws IOException when the asset cannot be read
   */
  public static Validated validate(byte[] store, BoundAsset asset, Signatures signatures)
      throws IOException {
    StoreValidation validation = new StoreValidation(asset, signatures);
    try {
      return validation.validate(store);
    } catch (Unreadable unreadable) {
      return new Validated.Unreadable(unreadable.reason(), validation.log.entries());
    }
  }

  private Validated validate(byte[] bytes) throws Unreadable, IOException {
    ManifestStore store = StoreParser.parse(bytes, signatures.rules(), log);
    Optional<Manifest> active = store.active();
    if (active.isEmpty()) {
      log.failure(StatusCode.CLAIM_MISSING, "Unknown", "could not find active manifest");
      throw new Unreadable("the store has no manifest");
    }
    Scope scope = new ScopeBuilder(store, log).build(active.get(), signatures);
    Optional<Manifest> bound = bound(store, active.get(), 0);
    if (bound.isEmpty()) {
      log.failure(
          StatusCode.CLAIM_HARD_BINDINGS_MISSING,
          active.get().uri(),
          "could not find manifest with hard binding");
      throw new Unreadable("the claim has no hard binding");
    }
    new ManifestCheck(active.get(), scope)
        .check(signatures)
        .signer()
        .ifPresent(signer -> signers.put(active.get().label(), signer));
    new IngredientCheck(scope, signatures, signers).check(active.get(), 0);
    new HardBindingCheck(bound.get(), asset, active.get().update(), scope).check();
    Set<String> hidden = new Presentation(scope, signatures).check();
    return new Validated.Checked(store, withoutRecorded(store, active.get()), signers, hidden);
  }

  /** The manifest that binds: of an update manifest it is a parent's. */
  private static Optional<Manifest> bound(ManifestStore store, Manifest manifest, int depth) {
    if (!manifest.update() && !manifest.hardBindings().isEmpty()) {
      return Optional.of(manifest);
    }
    if (depth > 100) {
      return Optional.empty();
    }
    for (Assertion assertion : manifest.all("c2pa.ingredient")) {
      Optional<Ingredient> ingredient = Ingredient.of(assertion);
      if (ingredient.isEmpty()) {
        return Optional.empty();
      }
      Optional<Manifest> parent =
          ingredient
              .filter(Ingredient::isParent)
              .flatMap(Ingredient::manifest)
              .flatMap(uri -> JumbfUri.manifestOf(uri.url()))
              .flatMap(store::find);
      if (parent.isPresent()) {
        if (parent.get().update()) {
          return bound(store, parent.get(), depth + 1);
        }
        if (!parent.get().hardBindings().isEmpty()) {
          return parent;
        }
      }
    }
    return Optional.empty();
  }

  /** The binding of an update manifest is its parent's, and found again. */
  private boolean isInherited(Status status) {
    return signatures.rules().updatesInheritBinding()
        && status.ingredient().isEmpty()
        && (status.code().endsWith("Hash.match")
            || status.code().endsWith("Hash.additionalExclusionsPresent"));
  }

  /**
   * Whoever added the ingredient saw that it was signed in time; that it ended since is no news.
   */
  private boolean wasInside(Status status, List<Status> recorded) {
    return signatures.rules().recordedValidityCounts()
        && status.ingredient().isPresent()
        && status.code().equals(StatusCode.SIGNING_CREDENTIAL_EXPIRED)
        && recorded.stream()
            .anyMatch(
                known ->
                    known.code().equals(StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY)
                        && known.url().equals(status.url()));
  }

  /** What was known when an ingredient was added is no news. */
  private List<Status> withoutRecorded(ManifestStore store, Manifest active) {
    List<Status> recorded =
        store.manifests().stream()
            .flatMap(manifest -> manifest.all("c2pa.ingredient").stream())
            .map(Ingredient::of)
            .flatMap(Optional::stream)
            .flatMap(ingredient -> ingredient.recorded().stream())
            .toList();
    return log.entries().stream()
        .filter(status -> !wasInside(status, recorded))
        .filter(
            status ->
                isInherited(status)
                    || JumbfUri.manifestOf(status.url()).filter(active.label()::equals).isPresent()
                    || recorded.stream().noneMatch(status::saysTheSameAs))
        .toList();
  }
}
