package io.gasminer.miner;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. Thread-safe. */
public final class SettableClock implements InstantSource {
  private Instant now;

  /** A clock that shows this time. */
  public SettableClock(Instant start) {
    this.now = start;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Shows another time. */
  public synchronized void set(Instant time) {
    now = time;
  }

  /** Moves on. */
  public synchronized void advance(Duration time) {
    now = now.plus(time);
  }
}
