package io.gasminer.miner.steps;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until the test moves it. */
final class MovingClock implements InstantSource {
  private volatile Instant now;

  MovingClock(Instant start) {
    now = start;
  }

  void moveBy(Duration time) {
    now = now.plus(time);
  }

  void moveTo(Instant time) {
    now = time;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
