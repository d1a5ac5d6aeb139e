package io.gasminer.miner.steps;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Owns the threads that wait for a provider's job, so that a stop need not wait with them.
 *
 * <p>Only these are interrupted: their tickets are stored, so nothing is lost. A thread that
 * submits a request or writes a result is never interrupted. Thread-safe.
 */
final class Awaiting {
  private final Set<Thread> waiters = new HashSet<>();
  private volatile boolean stopping;

  boolean isStopping() {
    return stopping;
  }

  /** Runs the wait; afterwards the thread is not interrupted, whatever happened in between. */
  <T> T during(Supplier<T> wait) {
    Thread self = Thread.currentThread();
    synchronized (waiters) {
      waiters.add(self);
      if (stopping) {
        self.interrupt();
      }
    }
    try {
      return wait.get();
    } finally {
      leave(self);
    }
  }

  private void leave(Thread self) {
    synchronized (waiters) {
      waiters.remove(self);
      // The interrupt was meant for the wait; what follows must still reach the database.
      Thread.interrupted();
    }
  }

  /** Ends every wait, now and from now on. */
  void stop() {
    synchronized (waiters) {
      stopping = true;
      waiters.forEach(Thread::interrupt);
    }
  }
}
