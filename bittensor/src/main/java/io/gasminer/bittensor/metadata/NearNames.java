package io.gasminer.bittensor.metadata;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Owns the guess which names someone may have meant. */
final class NearNames {
  private static final int MOST = 3;
  private static final int LONGEST = 64;

  private NearNames() {}

  static List<String> of(String wanted, Collection<String> known) {
    record Scored(String name, int distance) {}
    int tolerance = Math.max(2, wanted.length() / 3);
    return known.stream()
        .filter(name -> name.length() <= LONGEST && wanted.length() <= LONGEST)
        .map(name -> new Scored(name, distance(plain(wanted), plain(name))))
        .filter(scored -> scored.distance() <= tolerance)
        .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
        .limit(MOST)
        .map(Scored::name)
        .toList();
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int column = 0; column < above.length; column++) {
      above[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] line = new int[above.length];
      line[0] = row;
      for (int column = 1; column < line.length; column++) {
        int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
        int edited = Math.min(line[column - 1], above[column]) + 1;
        line[column] = Math.min(edited, above[column - 1] + change);
      }
      above = line;
    }
    return above[other.length()];
  }
}
