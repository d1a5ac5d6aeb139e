package io.gasminer.gascli.takeover;

import io.gasminer.miner.delivery.WebhookStats;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns what a take-over would do, before anything is done.
 *
 * @param items a line for everything that was found
 * @param changes settings that go into this miner's file
 * @param tasks files of tasks that are taken
 * @param figures delivery statistics that are taken
 * @param after this miner's places once the settings are taken
 */
public record Plan(
    List<Item> items,
    Map<String, String> changes,
    List<Path> tasks,
    Optional<Figures> figures,
    Places after) {
  /** Figures and when they were last changed. */
  record Figures(Instant at, Map<String, WebhookStats.Snapshot> receivers) {}

  /** What making a plan ended in. */
  public sealed interface Making {
    /** It can be carried out. */
    record Made(Plan plan) implements Making {}

    /** Not now; with the next step. */
    record Refused(String why) implements Making {}
  }

  /** Whether there is nothing to take. */
  public boolean isEmpty() {
    return changes.isEmpty() && tasks.isEmpty() && figures.isEmpty();
  }

  // Settings hold keys, and a record would print them.
  @Override
  public String toString() {
    return "Plan[" + items.size() + " items]";
  }
}
