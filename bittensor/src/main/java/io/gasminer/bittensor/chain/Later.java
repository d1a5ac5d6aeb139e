package io.gasminer.bittensor.chain;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Owns a question that is under way while others are asked, so that several share one way to the
 * node and back. Thread-safe.
 */
final class Later<T> {
  private final FutureTask<Answer<T>> task;

  private Later(FutureTask<Answer<T>> task) {
    this.task = task;
  }

  static <T> Later<T> begin(Supplier<Answer<T>> question) {
    FutureTask<Answer<T>> task = new FutureTask<>(question::get);
    Thread.ofVirtual().name("question").start(task);
    return new Later<>(task);
  }

  /** Waits; an interrupt ends the question too, for everybody who waits for it. */
  Answer<T> answer() {
    try {
      return task.get();
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    } catch (InterruptedException stopped) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return interrupted();
    } catch (CancellationException anothersWait) {
      return interrupted();
    }
  }

  private static <T> Answer<T> interrupted() {
    return new Answer.Unavailable<>("the wait was interrupted");
  }
}
