package io.gasminer.miner.task;

import java.time.Instant;
import java.util.Optional;

/**
 * Owns which tasks of an archive are meant.
 *
 * @param state the state's name on the wire, or empty for all
 * @param since accepted then or later
 * @param undelivered only those with media that no validator has recorded
 */
public record TaskQuery(
    Optional<String> state,
    Optional<Modality> modality,
    Optional<Instant> since,
    boolean undelivered) {
  /** All of them. */
  public static TaskQuery all() {
    return new TaskQuery(Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /** Those accepted then or later. */
  public static TaskQuery since(Instant instant) {
    return new TaskQuery(Optional.empty(), Optional.empty(), Optional.of(instant), false);
  }
}
