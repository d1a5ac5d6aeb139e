package io.gasminer.gascli.setup;

/** Owns the reading of small numbers as people type them. */
final class Numbers {
  private Numbers() {}

  static boolean within(String typed, int least, int most) {
    if (!typed.matches("\\d{1,9}")) {
      return false;
    }
    int number = Integer.parseInt(typed);
    return number >= least && number <= most;
  }
}
