package io.gasminer.bittensor.metadata;

import java.util.List;
import java.util.OptionalInt;

/**
 * Owns how the runtime wants extrinsics: the version, the types of addresses and signatures where
 * the metadata tells them, and the extensions in order.
 */
public record ExtrinsicFormat(
    int version, OptionalInt address, OptionalInt signature, List<SignedExtension> extensions) {
  /** Copies the list. */
  public ExtrinsicFormat {
    extensions = List.copyOf(extensions);
  }
}
