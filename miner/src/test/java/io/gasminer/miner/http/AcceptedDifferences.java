package io.gasminer.miner.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The differences from the known miner that are meant, each with its anchor in the document. */
final class AcceptedDifferences {
  /**
   * One difference.
   *
   * @param anchor of {@code docs/differences.md}
   * @param names what the recording's name matches
   * @param ours what the description of our answer contains
   */
  private record Meant(String anchor, String names, String ours) {}

  private static final List<Meant> ALL = List.of();

  private final Set<Meant> used = new HashSet<>();

  boolean explains(String name, String difference) {
    if (difference.isEmpty()) {
      return true;
    }
    for (Meant meant : ALL) {
      if (name.matches(meant.names()) && difference.contains(meant.ours())) {
        used.add(meant);
        return true;
      }
    }
    return false;
  }

  /** What is listed but did not happen: the list is to be shortened. */
  List<String> unused() {
    return ALL.stream().filter(meant -> !used.contains(meant)).map(Meant::toString).toList();
  }
}
