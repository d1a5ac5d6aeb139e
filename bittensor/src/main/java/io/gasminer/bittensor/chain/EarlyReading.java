package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.metadata.RuntimeMetadata;
import java.util.Optional;

/**
 * Owns the description that the next question most likely needs: it is read and understood while
 * the connection to the node is still being made. Thread-safe.
 */
final class EarlyReading {
  private final Later<Reading> reading;

  private EarlyReading(Later<Reading> reading) {
    this.reading = reading;
  }

  private record Reading(String name, RuntimeMetadata metadata) {}

  /** Begins with the newest one of the folder. */
  static EarlyReading of(RuntimeFolder folder) {
    return new EarlyReading(Later.begin(() -> newest(folder)));
  }

  private static Answer<Reading> newest(RuntimeFolder folder) {
    return folder
        .newest()
        .flatMap(name -> folder.parsed(name).map(metadata -> new Reading(name, metadata)))
        .<Answer<Reading>>map(Answer.Got::new)
        .orElseGet(() -> new Answer.Unavailable<>("no description is kept"));
  }

  /** The description, waited for; empty where it is another one. */
  Optional<RuntimeMetadata> named(String name) {
    return reading
        .answer()
        .found()
        .filter(early -> early.name().equals(name))
        .map(Reading::metadata);
  }
}
