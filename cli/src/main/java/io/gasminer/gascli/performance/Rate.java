package io.gasminer.gascli.performance;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Owns a rate, however it was written.
 *
 * @param share from 0 to 1
 */
record Rate(double share) {
  /**
   * The rate of a node: a share, or per cent where it is above one; 1 itself is per cent only where
   * the counts say so.
   *
   * @param good how many of the counted were so
   * @param other how many were not
   */
  static Optional<Rate> of(JsonNode node, Optional<Long> good, Optional<Long> other) {
    if (!node.isNumber()) {
      return Optional.empty();
    }
    double value = node.doubleValue();
    if (!(value >= 0 && value <= 100)) {
      return Optional.empty();
    }
    boolean perCent = value > 1 || (value == 1 && isOnePerCent(good, other));
    return Optional.of(new Rate(perCent ? value / 100 : value));
  }

  private static boolean isOnePerCent(Optional<Long> good, Optional<Long> other) {
    double all = (double) good.orElse(0L) + other.orElse(0L);
    return all > 0 && good.orElse(0L) / all < 0.5;
  }

  String words() {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }
}
