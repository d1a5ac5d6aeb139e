package io.gasminer.bittensor.metadata;

import java.util.Optional;

/** Owns what came of reading a node's metadata. */
public sealed interface Parsed {
  /** The runtime's description of itself. */
  record Known(RuntimeMetadata metadata) implements Parsed {}

  /** The node has no metadata of the version that was asked for: ask for another version. */
  record Unavailable() implements Parsed {}

  /** Metadata of a version that is not read here; 14 and 15 are. */
  record OtherVersion(int version) implements Parsed {}

  /** No metadata: a false or broken node. */
  record Malformed(String reason) implements Parsed {}

  /** The metadata, where there is some. */
  default Optional<RuntimeMetadata> found() {
    return this instanceof Known known ? Optional.of(known.metadata()) : Optional.empty();
  }
}
