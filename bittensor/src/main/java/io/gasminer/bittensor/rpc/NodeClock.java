package io.gasminer.bittensor.rpc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Time and waiting of the connection's upkeep, handed in so that tests need not wait. */
public interface NodeClock {
  /** The time of day, for people. */
  Instant instant();

  /** The time since some start, which nobody sets back. */
  Duration elapsed();

  /** Blocks for about the time, or until there is a permit, which it takes; may end early. */
  void pause(Duration atMost, Semaphore wake) throws InterruptedException;

  /** The real thing. */
  static NodeClock real() {
    return new NodeClock() {
      @Override
      public Instant instant() {
        return InstantSource.system().instant();
      }

      @Override
      public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime());
      }

      @Override
      @SuppressWarnings("ReturnValueIgnored") // Whoever pauses looks at the state, not at why.
      public void pause(Duration atMost, Semaphore wake) throws InterruptedException {
        wake.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
      }
    };
  }
}
