package io.gasminer.miner.store;

import io.gasminer.miner.task.StoreUnavailable;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Owns the wait of one caller for the commit of its write.
 *
 * <p>Written by the writer's thread before the latch opens, read by the caller after it.
 */
final class Pending<T> {
  private final CountDownLatch settled = new CountDownLatch(1);
  private Optional<T> result = Optional.empty();
  private Optional<Exception> failure = Optional.empty();

  void provisional(T value) {
    result = Optional.of(value);
  }

  void failed(Exception why) {
    failure = Optional.of(why);
  }

  boolean hasFailed() {
    return failure.isPresent();
  }

  void settle() {
    settled.countDown();
  }

  /** Waits for the commit even when interrupted: what is under way may be on disk already. */
  T get(String doing, Words words) {
    boolean interrupted = false;
    while (true) {
      try {
        settled.await();
        break;
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure.isPresent()) {
      throw new StoreUnavailable(
          "could not " + doing + ": " + words.of(failure.get()), failure.get());
    }
    return result.orElseThrow(() -> new IllegalStateException("a write ended without a result"));
  }
}
