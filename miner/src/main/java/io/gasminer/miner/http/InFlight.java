package io.gasminer.miner.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Owns how many requests are handled at once, and the wait for the last of them. Thread-safe. */
final class InFlight {
  private final int most;
  private final Semaphore free;
  private volatile boolean draining;

  InFlight(int most) {
    this.most = most;
    this.free = new Semaphore(most);
  }

  /** Whether there is room for one more; who gets true calls {@link #leave}. */
  boolean enter() {
    return !draining && free.tryAcquire();
  }

  void leave() {
    free.release();
  }

  /** Lets nobody in any more and waits until all have left; false when the time ran out. */
  boolean drain(Duration time) {
    draining = true;
    try {
      return free.tryAcquire(most, time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
