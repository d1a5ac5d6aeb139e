package io.gasminer.miner.delivery;

import io.gasminer.miner.events.MinerEvents;
import io.gasminer.miner.events.StatsEvents;
import io.gasminer.miner.mailbox.StateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns {@code webhook_stats.json} in the state folder: today's deliveries by receiver, kept over
 * restarts, put away at midnight (UTC) and kept for seven days.
 *
 * <p>Losing it loses nothing but figures, so it is never synced, and a file that cannot be read or
 * written is said and lived with. Thread-safe.
 */
public final class WebhookStatsFile {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();
  private static final int DAYS_KEPT = 7;
  private static final int LARGEST = 4 << 20;
  private static final String NAME = "webhook_stats";

  private final Path folder;
  private final WebhookStats stats;
  private final InstantSource clock;
  private final MinerEvents reports;
  private final StatsEvents events;
  private LocalDate day;

  /** What the file holds. */
  private record Day(LocalDate day, Map<String, Receiver> receivers) {}

  /** One receiver. */
  private record Receiver(
      long successes,
      Map<String, Long> failures,
      Optional<Instant> lastSuccess,
      Optional<Instant> lastFailure,
      String lastReason) {}

  /** The file in the folder, whose figures {@link #load} takes up. */
  public WebhookStatsFile(
      Path folder,
      WebhookStats stats,
      InstantSource clock,
      MinerEvents reports,
      StatsEvents events) {
    this.folder = folder;
    this.stats = stats;
    this.clock = clock;
    this.reports = reports;
    this.events = events;
    this.day = today();
  }

  /**
   * Writes figures that another program has kept, for the day of this file's clock.
   *
   * @return false where there are figures already: they stay
   */
  public synchronized boolean adopt(Map<String, WebhookStats.Snapshot> figures) throws IOException {
    if (Files.exists(file())) {
      return false;
    }
    stats.restore(figures);
    write();
    return true;
  }

  /** Takes up the figures of an earlier life of the process, if they are there. */
  public synchronized void load() {
    Path file = file();
    try {
      Optional<byte[]> kept = new StateFile(file, LARGEST).read();
      if (kept.isEmpty()) {
        return;
      }
      Day written = JSON.readValue(kept.get(), Day.class);
      Map<String, WebhookStats.Snapshot> earlier = new TreeMap<>();
      written.receivers().forEach((name, counts) -> earlier.put(name, snapshot(counts)));
      stats.restore(earlier);
      day = written.day();
    } catch (IOException | JacksonException failed) {
      events.statsUnreadable(file, failed.getClass().getSimpleName());
    }
  }

  /** Puts yesterday's figures away, writes today's, and reports them; for every five minutes. */
  public void tick() {
    save();
    stats.report(reports);
  }

  /** Writes the figures, and begins a new day's when one has begun. */
  public synchronized void save() {
    try {
      write();
      if (!today().equals(day)) {
        Files.move(file(), archive(day), StandardCopyOption.REPLACE_EXISTING);
        day = today();
        stats.restore(Map.of());
        removeOld();
      }
    } catch (IOException failed) {
      events.statsNotWritten(file(), failed.getClass().getSimpleName());
    }
  }

  private void write() throws IOException {
    Map<String, Receiver> receivers = new TreeMap<>();
    stats.snapshot().forEach((name, counts) -> receivers.put(name, receiver(counts)));
    new StateFile(file(), LARGEST).write(JSON.writeValueAsBytes(new Day(day, receivers)));
  }

  private void removeOld() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (dayOf(file).map(past -> past.isBefore(day.minusDays(DAYS_KEPT))).orElse(false)) {
          Files.delete(file);
        }
      }
    }
  }

  private static Optional<LocalDate> dayOf(Path file) {
    String name = file.getFileName().toString();
    if (!name.startsWith(NAME + "-") || !name.endsWith(".json")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.parse(name.substring(NAME.length() + 1, name.length() - ".json".length())));
    } catch (DateTimeParseException notOurs) {
      return Optional.empty();
    }
  }

  private static WebhookStats.Snapshot snapshot(Receiver counts) {
    return new WebhookStats.Snapshot(
        counts.successes(),
        counts.failures(),
        counts.lastReason(),
        counts.lastSuccess().orElse(Instant.EPOCH),
        counts.lastFailure().orElse(Instant.EPOCH));
  }

  private static Receiver receiver(WebhookStats.Snapshot counts) {
    return new Receiver(
        counts.successes(),
        new TreeMap<>(counts.failures()),
        Optional.of(counts.lastSuccess()).filter(at -> at.isAfter(Instant.EPOCH)),
        Optional.of(counts.lastFailure()).filter(at -> at.isAfter(Instant.EPOCH)),
        counts.lastReason());
  }

  private Path file() {
    return folder.resolve(NAME + ".json");
  }

  private Path archive(LocalDate past) {
    return folder.resolve(NAME + "-" + past + ".json");
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
