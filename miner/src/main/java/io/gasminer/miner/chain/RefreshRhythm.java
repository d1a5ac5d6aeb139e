package io.gasminer.miner.chain;

import io.gasminer.miner.delivery.Backoff;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Owns how often the metagraph is read.
 *
 * @param lookEvery how often is looked whether it is due, where no block says so
 * @param apart between two readings at least, whatever the node announces
 * @param afterFailures between two that fail
 * @param random spreads those
 */
public record RefreshRhythm(
    Duration lookEvery, Duration apart, Backoff afterFailures, RandomGenerator random) {
  /** Looks every 5 s, reads at most every 10 s, and after failures every 15 s to 2 min. */
  public static RefreshRhythm usual(RandomGenerator random) {
    return new RefreshRhythm(
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        new Backoff(Duration.ofSeconds(15), Duration.ofMinutes(2)),
        random);
  }

  /** How long to leave it after a reading, with so many failures in a row. */
  Duration after(int failures) {
    return failures == 0 ? apart : afterFailures.after(failures, random);
  }
}
