package io.gasminer.bittensor.rpc;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Time that stands until it is told to go on. */
final class SteppedClock implements NodeClock {
  private final Set<Semaphore> pausing = new HashSet<>();
  private Duration elapsed = Duration.ofHours(1);

  @Override
  public synchronized Instant instant() {
    return Instant.parse("2026-11-24T00:00:00Z").plus(elapsed);
  }

  @Override
  public synchronized Duration elapsed() {
    return elapsed;
  }

  @Override
  public void pause(Duration atMost, Semaphore wake) throws InterruptedException {
    synchronized (this) {
      pausing.add(wake);
      notifyAll();
    }
    try {
      wake.acquire();
    } finally {
      synchronized (this) {
        pausing.remove(wake);
      }
    }
  }

  /** Goes on once somebody pauses, and wakes all who do. */
  synchronized void advance(Duration by) throws InterruptedException {
    while (pausing.isEmpty()) {
      wait(20_000);
    }
    elapsed = elapsed.plus(by);
    pausing.forEach(Semaphore::release);
    pausing.clear();
  }
}
