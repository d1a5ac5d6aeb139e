package io.gasminer.gascli.doctor;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Owns an answer that several checks need and that is found once, on a thread of its own, so that a
 * check that is given up does not take it from the others. Thread-safe.
 */
final class Shared<T> {
  private final FutureTask<T> finding;
  private final Thread thread;

  private Shared(Callable<T> question, Thread.Builder thread) {
    this.finding = new FutureTask<>(question);
    this.thread = thread.unstarted(finding);
  }

  /** A question that waits for others. */
  static <T> Shared<T> asking(Callable<T> question) {
    return new Shared<>(question, Thread.ofVirtual().name("shared"));
  }

  /** A question that keeps a processor busy. */
  static <T> Shared<T> reckoning(Callable<T> question) {
    return new Shared<>(question, Thread.ofPlatform().daemon().name("shared"));
  }

  /** The answer; the first who wants it has it found. */
  T get() throws InterruptedException {
    begin();
    try {
      return finding.get();
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    }
  }

  private synchronized void begin() {
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    }
  }
}
