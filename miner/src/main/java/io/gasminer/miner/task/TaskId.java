package io.gasminer.miner.task;

import java.util.Optional;
import java.util.UUID;

/** Owns the identity of a task: the UUID that the 201 names and the webhook repeats. */
public record TaskId(UUID value) {
  /** The id that the text names, or empty when it is no UUID in its canonical form. */
  public static Optional<TaskId> parse(String text) {
    if (text.length() != 36) {
      return Optional.empty();
    }
    try {
      return Optional.of(new TaskId(UUID.fromString(text)));
    } catch (IllegalArgumentException notAUuid) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
