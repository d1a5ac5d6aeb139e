package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.asset.Container;
import io.gasminer.c2pa.asset.Range;
import io.gasminer.c2pa.asset.Source;

/**
 * Owns the asset that hard bindings speak of.
 *
 * @param store the range that carries the manifest store: from its first byte, as long as its parts
 * @param outcomes of hashing it, shared by all judgements of that one store
 */
public record BoundAsset(
    Source source, Container container, Range store, BindingOutcomes outcomes) {
  /** An asset that was not hashed yet. */
  public BoundAsset(Source source, Container container, Range store) {
    this(source, container, store, new BindingOutcomes());
  }
}
