package io.gasminer.gascli.process;

import java.time.Instant;

/**
 * Owns how the miner ended last.
 *
 * @param code its exit code, above 128 for a signal; -1 where nobody could learn it
 * @param reason for people
 */
public record LastExit(int code, Instant at, String reason) {
  static LastExit of(int code, Instant at) {
    String reason =
        code == RestartPolicy.UNKNOWN
            ? "it ended, and its exit code is not known, as an earlier supervisor had started it"
            : code > 128 ? "signal " + signal(code - 128) : "exit code " + code;
    return new LastExit(code, at, reason);
  }

  private static String signal(int number) {
    return switch (number) {
      case 1 -> "HUP";
      case 2 -> "INT";
      case 6 -> "ABRT (the JVM gave up)";
      case 9 -> "KILL (kill -9, or the system was short of memory)";
      case 11 -> "SEGV";
      case 15 -> "TERM";
      default -> Integer.toString(number);
    };
  }
}
