package io.gasminer.gascli.doctor;

import java.util.Locale;

/** Owns how sizes are put before people: decimal units, as disks are sold. */
final class Sizes {
  private static final double KILO = 1e3;
  private static final double MEGA = 1e6;
  private static final double GIGA = 1e9;

  private Sizes() {}

  /** Memory, as the JVM's flags count it. */
  static String binary(long bytes) {
    return String.format(Locale.ROOT, "%,d MiB", bytes >> 20);
  }

  static String words(long bytes) {
    if (bytes >= GIGA) {
      return String.format(Locale.ROOT, "%.1f GB", bytes / GIGA);
    }
    return bytes >= MEGA
        ? String.format(Locale.ROOT, "%.0f MB", bytes / MEGA)
        : String.format(Locale.ROOT, "%.0f kB", Math.ceil(bytes / KILO));
  }
}
