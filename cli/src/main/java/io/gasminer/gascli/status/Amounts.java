package io.gasminer.gascli.status;

import java.util.Locale;

/** Owns how amounts are put before people. */
final class Amounts {
  private static final double MEBI = 1024.0 * 1024.0;

  private Amounts() {}

  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f %%", value);
  }

  static String memory(long bytes) {
    double mebibytes = bytes / MEBI;
    return mebibytes < 1024
        ? String.format(Locale.ROOT, "%.0f MiB", mebibytes)
        : String.format(Locale.ROOT, "%.1f GiB", mebibytes / 1024);
  }

  /** The number with its word, which takes an s for more than one. */
  static String counted(long count, String word) {
    return number(count) + " " + word + (count == 1 ? "" : "s");
  }
}
