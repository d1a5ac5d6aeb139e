package io.gasminer.gascli.takeover;

import io.gasminer.miner.delivery.WebhookStats;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Owns the reading of {@code webhook_stats.json} as the known miner keeps it: times in the zone of
 * its machine, and receivers by host and port.
 *
 * @param zone where times without one are meant
 */
record KnownStats(ZoneId zone) {
  private static final int LARGEST = 8 << 20;
  private static final int MOST = 1_000;
  private static final int LONGEST = 300;
  private static final long MOST_COUNTED = 1_000_000_000_000L;

  /** What reading ended in. */
  sealed interface Reading {
    /** Figures, and when they were last changed. */
    record Read(Instant at, Map<String, WebhookStats.Snapshot> receivers) implements Reading {}

    /** No figures can be had from it. */
    record Broken(String why) implements Reading {}
  }

  Reading read(Path file) {
    return switch (new StateJson(LARGEST).read(file)) {
      case StateJson.Reading.Unreadable(String why) -> new Reading.Broken(why);
      case StateJson.Reading.Read(JsonNode root) ->
          at(root.path("last_updated"))
              .<Reading>map(at -> new Reading.Read(at, receivers(root.path("validators"))))
              .orElseGet(() -> new Reading.Broken("it does not say of when it is"));
    };
  }

  private Map<String, WebhookStats.Snapshot> receivers(JsonNode validators) {
    Map<String, WebhookStats.Snapshot> all = new TreeMap<>();
    validators
        .properties()
        .forEach(
            entry -> {
              if (all.size() < MOST && !entry.getKey().isBlank()) {
                all.put(cut(entry.getKey()), snapshot(entry.getValue()));
              }
            });
    return all;
  }

  private WebhookStats.Snapshot snapshot(JsonNode counts) {
    Map<String, Long> failures = new TreeMap<>();
    counts
        .path("failures")
        .properties()
        .forEach(
            entry -> {
              if (failures.size() < 20 && count(entry.getValue()) > 0) {
                failures.put(cut(entry.getKey()), count(entry.getValue()));
              }
            });
    return new WebhookStats.Snapshot(
        count(counts.path("successes")),
        failures,
        cut(StateJson.text(counts.path("last_failure_reason")).orElse("")),
        at(counts.path("last_success")).orElse(Instant.EPOCH),
        at(counts.path("last_failure")).orElse(Instant.EPOCH));
  }

  private static long count(JsonNode node) {
    return node.isIntegralNumber() ? Math.clamp(node.asLong(0), 0, MOST_COUNTED) : 0;
  }

  private Optional<Instant> at(JsonNode node) {
    try {
      return StateJson.text(node).map(text -> LocalDateTime.parse(text).atZone(zone).toInstant());
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  private static String cut(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
  }
}
