package io.gasminer.bittensor.rpc;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Owns how long the upkeep waits for what.
 *
 * @param silence without a higher block, after which the connection counts as dead
 * @param firstWait before the list of endpoints is tried again; doubled with each round
 * @param longestWait the doubling ends here
 * @param steady a connection that held so long ends a series of failures
 * @param failBack how often the first endpoint is tried while another serves
 */
public record Patience(
    Duration silence,
    Duration firstWait,
    Duration longestWait,
    Duration steady,
    Duration failBack) {
  /** 120 s, 5 s, 60 s, 60 s and 10 min. */
  public static Patience usual() {
    return new Patience(
        Duration.ofSeconds(120),
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        Duration.ofSeconds(60),
        Duration.ofMinutes(10));
  }

  /** The wait after so many fruitless rounds (1 and up), and up to half as much at random. */
  Duration before(int rounds, RandomGenerator random) {
    long doubled = firstWait.toMillis() << Math.min(rounds - 1, 16);
    long capped = Math.clamp(doubled, 1, longestWait.toMillis());
    return Duration.ofMillis(capped + random.nextLong(capped / 2 + 1));
  }
}
