package io.gasminer.gascli.status;

import java.time.Instant;
import java.util.Optional;

/**
 * Owns what the supervisor of {@code gascli generator start} has written of its miner.
 *
 * @param alive whether the supervisor itself lives
 * @param reason why it is in that phase; empty where it needs no reason
 * @param nextStart when the miner is started again, while it waits for that
 */
public record Supervised(
    Phase phase,
    String reason,
    Optional<Long> supervisor,
    boolean alive,
    Optional<Long> miner,
    int restarts,
    Optional<LastExit> lastExit,
    Optional<Instant> nextStart) {
  /** What the supervisor is about. */
  public enum Phase {
    STARTING,
    RUNNING,
    BACKOFF,
    STOPPED,
    FAILED
  }

  /** How the miner last ended, and why in words. */
  public record LastExit(int code, Instant at, String reason) {}

  /** Whether it should live and does not. */
  boolean isOrphaned() {
    return !alive && phase != Phase.STOPPED && phase != Phase.FAILED;
  }
}
