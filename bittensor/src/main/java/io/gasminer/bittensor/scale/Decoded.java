package io.gasminer.bittensor.scale;

import java.util.Optional;

/** Owns what came of decoding. */
public sealed interface Decoded {
  /** The bytes were one value of the type and nothing else. */
  record Value(ScaleValue value) implements Decoded {}

  /**
   * The bytes are no value of the type: the sender's fault, or the types are those of another
   * runtime. No part of the value counts. The path leads to the place, as {@code [3].stake}.
   */
  record Malformed(String path, String reason, int offset) implements Decoded {
    @Override
    public String toString() {
      return (path.isEmpty() ? "" : path + ": ") + reason + " (byte " + offset + ")";
    }
  }

  /** The value, where there is one. */
  default Optional<ScaleValue> found() {
    return this instanceof Value value ? Optional.of(value.value()) : Optional.empty();
  }
}
