package io.gasminer.miner.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Owns how long to wait before the next attempt: exponential, with jitter, never beyond the
 * longest.
 *
 * @param first before the second attempt
 * @param longest between any two
 */
public record Backoff(Duration first, Duration longest) {
  /** The wait after so many failed attempts (1 and up), half of it at random. */
  public Duration after(int failures, RandomGenerator random) {
    long doubled = first.toMillis() << Math.min(failures - 1, 20);
    long capped = Math.min(Math.max(doubled, 1), longest.toMillis());
    return Duration.ofMillis(capped / 2 + random.nextLong(capped / 2 + 1));
  }
}
