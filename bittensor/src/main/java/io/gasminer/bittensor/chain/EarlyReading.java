package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.metadata.RuntimeMetadata;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Owns the description that the next question most likely needs: it is read and understood while
 * the connection to the node is still being made. Thread-safe.
 */
final class EarlyReading {
  private final FutureTask<Optional<Reading>> task;

  private EarlyReading(FutureTask<Optional<Reading>> task) {
    this.task = task;
  }

  private record Reading(String name, RuntimeMetadata metadata) {}

  /** Begins with the newest one of the folder. */
  static EarlyReading of(RuntimeFolder folder) {
    FutureTask<Optional<Reading>> task =
        new FutureTask<>(
            () ->
                folder
                    .newest()
                    .flatMap(
                        name -> folder.parsed(name).map(metadata -> new Reading(name, metadata))));
    Thread.ofVirtual().name("kept-runtime").start(task);
    return new EarlyReading(task);
  }

  /** The description, waited for; empty where it is another one. */
  Optional<RuntimeMetadata> named(String name) {
    try {
      return task.get().filter(reading -> reading.name().equals(name)).map(Reading::metadata);
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
