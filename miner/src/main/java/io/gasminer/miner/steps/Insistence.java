package io.gasminer.miner.steps;

import io.gasminer.miner.events.StepEvents;
import io.gasminer.miner.task.Pause;
import io.gasminer.miner.task.StoreUnavailable;
import io.gasminer.miner.task.Task;
import java.time.Duration;

/**
 * Owns the writing of what money was paid for: a database that does not answer is waited for, as
 * letting go of the result would lose it.
 */
final class Insistence {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final int MOST = 200;

  private final Pause pause;
  private final StepEvents events;

  Insistence(Pause pause, StepEvents events) {
    this.pause = pause;
    this.events = events;
  }

  /**
   * Writes, again and again if it must be.
   *
   * @throws StoreUnavailable after 200 tries or when interrupted
   */
  void on(Task task, Runnable write) {
    Duration wait = FIRST;
    for (int attempt = 1; ; attempt++) {
      try {
        write.run();
        return;
      } catch (StoreUnavailable failed) {
        if (attempt == MOST) {
          throw failed;
        }
        events.resultHeld(task.id().toString(), String.valueOf(failed.getMessage()));
        waitFor(wait, failed);
        wait = wait.multipliedBy(2).compareTo(LONGEST) < 0 ? wait.multipliedBy(2) : LONGEST;
      }
    }
  }

  private void waitFor(Duration wait, StoreUnavailable failed) {
    try {
      pause.forAbout(wait);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw failed;
    }
  }
}
