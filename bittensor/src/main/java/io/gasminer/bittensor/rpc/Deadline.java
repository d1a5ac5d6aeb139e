package io.gasminer.bittensor.rpc;

import java.time.Duration;

/** Owns the end of a time-out that several waits share. */
final class Deadline {
  private final long end;

  Deadline(Duration timeout) {
    this.end = System.nanoTime() + timeout.toNanos();
  }

  /** What is left of it, never negative. */
  Duration left() {
    return Duration.ofNanos(Math.max(end - System.nanoTime(), 0));
  }
}
