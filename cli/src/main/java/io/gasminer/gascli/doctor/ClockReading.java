package io.gasminer.gascli.doctor;

import java.time.Duration;

/** Owns what one source of time said. */
sealed interface ClockReading {
  /**
   * The time there.
   *
   * @param ahead how far this machine's clock is before it; negative when behind
   * @param within how far that may be wrong
   */
  record Told(String source, Duration ahead, Duration within) implements ClockReading {}

  /** None that can be used, for this reason. */
  record Nothing(String source, String reason) implements ClockReading {}
}
