package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborText;
import io.gasminer.c2pa.status.StatusCode;
import io.gasminer.c2pa.status.StatusLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Owns the first walk over a store: what is reached, what is redacted, which times are given. */
final class ScopeBuilder {
  private static final int DEEPEST = 100;

  private final ManifestStore store;
  private final StatusLog log;
  private final Map<String, Manifest> reached = new LinkedHashMap<>();
  private final Set<String> redactions = new HashSet<>();
  private final List<String> path = new ArrayList<>();

  ScopeBuilder(ManifestStore store, StatusLog log) {
    this.store = store;
    this.log = log;
  }

  Scope build(Manifest active, Signatures signatures) throws Unreadable {
    walk(active);
    return new Scope(store, reached, redactions, times(signatures), signatures.rules(), log);
  }

  private void walk(Manifest manifest) throws Unreadable {
    if (path.size() >= DEEPEST) {
      throw new Unreadable("a chain of ingredients that is too long");
    }
    if (reached.putIfAbsent(manifest.label(), manifest) != null) {
      return;
    }
    path.add(manifest.label());
    redactions.addAll(manifest.claim().redactions());
    for (Assertion assertion : manifest.all("c2pa.ingredient")) {
      Ingredient ingredient =
          Ingredient.of(assertion)
              .orElseThrow(() -> new Unreadable("an ingredient that cannot be read"));
      if (ingredient.manifest().isPresent()) {
        follow(manifest, assertion, ingredient.manifest().get());
      }
    }
    path.removeLast();
  }

  private void follow(Manifest manifest, Assertion assertion, HashedUri reference)
      throws Unreadable {
    String label = JumbfUri.manifestOf(reference.url()).orElse(reference.url());
    Optional<Manifest> found = store.find(label);
    if (found.isEmpty()) {
      log.failure(StatusCode.INGREDIENT_MANIFEST_MISSING, label, "ingredient manifest missing");
      return;
    }
    if (path.contains(label)) {
      log.failure(
          StatusCode.ASSERTION_INGREDIENT_MALFORMED,
          manifest.uriOf(assertion),
          "ingredient cannot be cyclic");
      throw new Unreadable("ingredients that form a circle");
    }
    walk(found.get());
  }

  /** Time-stamp assertions name manifests and hold a token for each; only those that count do. */
  private Map<String, Instant> times(Signatures signatures) throws Unreadable {
    Map<String, Instant> times = new HashMap<>();
    for (Manifest manifest : reached.values()) {
      for (Assertion assertion : manifest.all("c2pa.time-stamp")) {
        CborMap tokens = assertion.map().orElseThrow(() -> malformed(assertion));
        for (CborMap.Entry entry : tokens.entries()) {
          if (!(entry.key() instanceof CborText label)) {
            throw malformed(assertion);
          }
          byte[] token = entry.value().asBytes().orElseThrow(() -> malformed(assertion));
          Optional.ofNullable(reached.get(label.value()))
              .flatMap(stamped -> signatures.time(stamped, token))
              .ifPresent(time -> times.put(label.value(), time));
        }
      }
    }
    return times;
  }

  private Unreadable malformed(Assertion assertion) {
    log.failure(
        StatusCode.ASSERTION_TIMESTAMP_MALFORMED,
        assertion.label().text(),
        "could not parse timestamp assertion");
    return new Unreadable("a time-stamp assertion that cannot be read");
  }
}
