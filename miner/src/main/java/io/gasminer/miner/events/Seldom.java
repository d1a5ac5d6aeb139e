package io.gasminer.miner.events;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Owns how often a line of one kind is written; what is left out is counted.
 *
 * <p>There are as many kinds as the program has, and not as many as somebody sends. Thread-safe.
 */
final class Seldom {
  private final InstantSource clock;
  private final Duration interval;
  private final Map<String, Kind> kinds = new HashMap<>();

  private record Kind(Instant next, long leftOut) {}

  Seldom(InstantSource clock, Duration interval) {
    this.clock = clock;
    this.interval = interval;
  }

  /** Whether the line may be written, and how many were not since the last: less than 0 is no. */
  synchronized long leftOutBefore(String kind) {
    Instant now = clock.instant();
    Kind known = kinds.getOrDefault(kind, new Kind(Instant.MIN, 0));
    if (now.isBefore(known.next())) {
      kinds.put(kind, new Kind(known.next(), known.leftOut() + 1));
      return -1;
    }
    kinds.put(kind, new Kind(now.plus(interval), 0));
    return known.leftOut();
  }

  /** The next line of the kind is written whenever it comes. */
  synchronized void startOver(String kind) {
    kinds.remove(kind);
  }
}
