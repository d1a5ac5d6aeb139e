package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.rules.ReaderRules;
import io.gasminer.c2pa.status.StatusLog;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Owns what all checks of one store share.
 *
 * @param reached manifests that can be reached from the active one, by label
 * @param redactions URIs that any of them redacts
 * @param times by the label of the manifest, from time-stamp assertions
 * @param rules by which the store is judged
 */
record Scope(
    ManifestStore store,
    Map<String, Manifest> reached,
    Set<String> redactions,
    Map<String, Instant> times,
    ReaderRules rules,
    StatusLog log) {

  Optional<Instant> timeOf(Manifest manifest) {
    return Optional.ofNullable(times.get(manifest.label()));
  }

  /** Whether an assertion of a manifest was redacted by another. */
  boolean isRedacted(Manifest manifest, AssertionLabel label) {
    return redactions.stream()
        .anyMatch(
            uri ->
                JumbfUri.manifestOf(uri).filter(manifest.label()::equals).isPresent()
                    && AssertionLabel.of(uri).equals(label));
  }
}
