package io.gasminer.gascli.process;

import java.time.Duration;
import java.time.Instant;

/**
 * Owns the decision whether, and after what wait, a miner that has ended is started again.
 *
 * <p>A healthy miner that dies is started at once; what dies again waits 1 s, 2 s, 4 s and so on up
 * to a minute, ten times in a row. Ten minutes of health make it a new row. Pure: time is handed
 * in. For one thread.
 */
final class RestartPolicy {
  static final int MOST_IN_A_ROW = 10;

  /** The exit code of a process that was no child, and so told nobody. */
  static final int UNKNOWN = -1;

  private static final int ASKED_TO_STOP = 0;
  private static final int RESTART_WILL_NOT_HELP = 2;
  private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(10);
  private static final int LONGEST_SECONDS = 60;

  private int inARow;
  private boolean healthy;
  private Instant healthySince = Instant.MAX;

  /** What follows the end of a miner. */
  sealed interface Next {
    /** It is started again after that wait. */
    record Again(Duration pause, int numberInARow) implements Next {}

    /** It ended as it was asked to; it stays down until somebody starts it. */
    record Down(String why) implements Next {}

    /** Starting it once more would not help; the operator must act. */
    record GivenUp(String why) implements Next {}
  }

  /** The miner answers; what is said twice of one life counts once. */
  void healthy(Instant at) {
    if (!healthy) {
      healthy = true;
      healthySince = at;
    }
  }

  /** The miner has ended. */
  Next ended(int exitCode, Instant at) {
    boolean wasHealthy = healthy;
    if (wasHealthy && !at.isBefore(healthySince.plus(FORGIVEN_AFTER))) {
      inARow = 0;
    }
    healthy = false;
    healthySince = Instant.MAX;
    if (exitCode == ASKED_TO_STOP) {
      return new Next.Down("it was asked to stop, and did");
    }
    if (exitCode == RESTART_WILL_NOT_HELP) {
      return new Next.GivenUp("a restart will not help: its last words say what to mend");
    }
    if (inARow == MOST_IN_A_ROW) {
      return new Next.GivenUp("it was restarted " + MOST_IN_A_ROW + " times in a row");
    }
    inARow++;
    return new Next.Again(pause(wasHealthy), inARow);
  }

  private Duration pause(boolean wasHealthy) {
    if (inARow == 1) {
      return wasHealthy ? Duration.ZERO : Duration.ofSeconds(1);
    }
    return Duration.ofSeconds(Math.min(LONGEST_SECONDS, 1L << (inARow - 1)));
  }
}
