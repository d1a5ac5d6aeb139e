package io.gasminer.c2pa.manifest;

import java.util.List;
import java.util.Optional;

/** Owns the manifests of a store in their order; the last is the active one. */
public record ManifestStore(List<Manifest> manifests) {
  public ManifestStore {
    manifests = List.copyOf(manifests);
  }

  /** The active manifest. */
  public Optional<Manifest> active() {
    return manifests.isEmpty() ? Optional.empty() : Optional.of(manifests.getLast());
  }

  /** The manifest with that label. */
  public Optional<Manifest> find(String label) {
    return manifests.reversed().stream()
        .filter(manifest -> manifest.label().equals(label))
        .findFirst();
  }
}
