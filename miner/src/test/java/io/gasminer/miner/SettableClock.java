package io.gasminer.miner;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved. Thread-safe. */
public final class SettableClock implements InstantSource {
  private final AtomicReference<Instant> now;

  /** A clock that shows this time. */
  public SettableClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Shows another time. */
  public void set(Instant time) {
    now.set(time);
  }

  /** Moves on. */
  public void advance(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }
}
