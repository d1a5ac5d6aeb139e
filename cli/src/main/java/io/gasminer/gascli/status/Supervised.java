package io.gasminer.gascli.status;

import java.time.Instant;
import java.util.Optional;

/**
 * Owns what the supervisor of {@code gascli generator start} has written of its miner.
 *
 * @param supervisor the one that lives
 * @param orphaned whether one should live and does not
 * @param nextStart when the miner is started again, while it waits for that
 */
public record Supervised(
    Phase phase,
    Optional<Long> supervisor,
    boolean orphaned,
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
    FAILED;

    boolean isMeantToRun() {
      return this == STARTING || this == RUNNING || this == BACKOFF;
    }
  }

  /** How the miner last ended, and why in words. */
  public record LastExit(int code, Instant at, String reason) {}
}
