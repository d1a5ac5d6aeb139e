package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.asset.Container;
import io.gasminer.c2pa.asset.Range;
import io.gasminer.c2pa.asset.Source;

/**
 * Owns the asset that hard bindings speak of.
 *
 * @param store the range that carries the manifest store: from its first byte, as long as its parts
 */
public record BoundAsset(Source source, Container container, Range store) {}
