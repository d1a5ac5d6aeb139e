package io.gasminer.miner.steps;

import io.gasminer.miner.events.StepEvents;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Owns what is done every so often beside the tasks. Thread-safe. */
final class Chores implements AutoCloseable {
  private final StepEvents events;
  private final ScheduledExecutorService turns =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon(true).name("chores").factory());

  Chores(StepEvents events) {
    this.events = events;
  }

  void every(Duration interval, String name, Runnable chore) {
    long millis = Math.max(1_000, interval.toMillis());
    var _ =
        turns.scheduleWithFixedDelay(
            () -> once(name, chore), millis, millis, TimeUnit.MILLISECONDS);
  }

  // A chore that throws would never have another turn.
  private void once(String name, Runnable chore) {
    try {
      chore.run();
    } catch (RuntimeException failed) {
      events.choreFailed(name, failed);
    }
  }

  @Override
  public void close() {
    turns.shutdownNow();
  }
}
