package io.gasminer.gascli;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Owns the guess at a command that was mistyped. */
final class Nearest {
  private Nearest() {}

  /** The command below this one whose name takes the fewest changes, if they are few. */
  static Optional<String> to(String word, CommandLine line) {
    return line.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(spec -> !spec.usageMessage().hidden())
        .flatMap(Nearest::names)
        .filter(name -> changes(word, name) <= Math.max(1, name.length() / 3))
        .min(Comparator.comparingInt(name -> changes(word, name)));
  }

  private static Stream<String> names(CommandSpec spec) {
    return Stream.concat(Stream.of(spec.name()), Stream.of(spec.aliases()))
        .filter(name -> name.length() > 2);
  }

  // Levenshtein's distance, in which two neighbours in the wrong order count once.
  private static int changes(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 ? j : j == 0 ? i : cheapest(cost, from, to, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int cheapest(int[][] cost, String from, String to, int i, int j) {
    boolean same = from.charAt(i - 1) == to.charAt(j - 1);
    int least =
        Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
    boolean turned =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return turned ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
