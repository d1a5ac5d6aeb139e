package io.gasminer.miner.events;

/** Owns how words of others stand in a line of ours: on one line, in one alphabet, not too long. */
final class Words {
  private static final int LONGEST = 400;

  private Words() {}

  static String of(String text) {
    String line = text.replaceAll("[^\\x20-\\x7e…–’“”]", "?");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  /** A time as people say it: 40 s, 12 min, 5 h, 3 days. */
  static String time(java.time.Duration time) {
    if (time.toMinutes() < 2) {
      return time.toSeconds() + " s";
    }
    if (time.toHours() < 2) {
      return time.toMinutes() + " min";
    }
    return time.toDays() < 2 ? time.toHours() + " h" : time.toDays() + " days";
  }
}
