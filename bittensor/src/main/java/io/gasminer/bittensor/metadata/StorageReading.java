package io.gasminer.bittensor.metadata;

import io.gasminer.bittensor.scale.ScaleValue;
import java.util.Optional;

/** Owns what a key of the storage holds. */
public sealed interface StorageReading {
  /** The chain stores this value. */
  record Stored(ScaleValue value) implements StorageReading {}

  /** The chain stores nothing, and the runtime reads that as this value. */
  record Default(ScaleValue value) implements StorageReading {}

  /** The chain stores nothing, and that means that there is nothing. */
  record Absent() implements StorageReading {}

  /** The bytes are no value of the entry's type: metadata of another runtime, or a false node. */
  record Malformed(String reason) implements StorageReading {}

  /** The value, stored or by default. */
  default Optional<ScaleValue> found() {
    return switch (this) {
      case Stored stored -> Optional.of(stored.value());
      case Default standard -> Optional.of(standard.value());
      case Absent _, Malformed _ -> Optional.empty();
    };
  }
}
