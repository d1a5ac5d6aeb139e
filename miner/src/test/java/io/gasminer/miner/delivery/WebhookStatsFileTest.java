package io.gasminer.miner.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.events.MinerEvents;
import io.gasminer.miner.events.StatsEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WebhookStatsFileTest {
  private static final Instant START = Instant.parse("2026-11-24T23:50:00Z");

  @TempDir Path folder;
  private Instant now = START;

  private WebhookStatsFile file(WebhookStats stats) {
    InstantSource clock = () -> now;
    WebhookStatsFile file =
        new WebhookStatsFile(folder, stats, clock, new MinerEvents(), new StatsEvents());
    file.load();
    return file;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFolderThatNobodyHasMadeYetIsMade() {
    folder = folder.resolve("state").resolve("of-this-node");
    file(new WebhookStats()).save();
    assertThat(folder.resolve("webhook_stats.json")).exists();
  }

  @Test
  void theFiguresOfADaySurviveARestart() {
    WebhookStats stats = new WebhookStats();
    stats.answered("1.2.3.4:80", 200, Answer.RECORDED, "ok", now);
    stats.answered("1.2.3.4:80", 404, Answer.NOT_DELIVERED, "gone", now.plusSeconds(1));
    stats.unreachable("5.6.7.8:80", new IOException("refused"), now);
    file(stats).tick();
    WebhookStats next = new WebhookStats();
    file(next);
    assertThat(next.snapshot()).isEqualTo(stats.snapshot());
  }

  @Test
  void aDaysFiguresArePutAwayAtMidnightAndKeptForSevenDays() throws IOException {
    WebhookStats stats = new WebhookStats();
    WebhookStatsFile file = file(stats);
    for (int day = 0; day < 12; day++) {
      stats.answered("1.2.3.4:80", 200, Answer.RECORDED, "ok", now);
      file.save();
      now = now.plus(Duration.ofDays(1));
      file.save();
      assertThat(stats.snapshot()).isEmpty();
    }
    file.save();
    assertThat(files())
        .hasSize(8)
        .startsWith("webhook_stats-2026-11-29.json")
        .contains("webhook_stats-2026-12-05.json", "webhook_stats.json");
    assertThat(Files.readString(folder.resolve("webhook_stats-2026-12-05.json")))
        .contains("\"successes\" : 1")
        .contains("last_success");
  }

  @Test
  void aDamagedFileIsLivedWith() throws IOException {
    WebhookStats stats = new WebhookStats();
    for (String damaged : List.of("", "{", "{}", "[]", "{\"day\": 7}", "{\"day\": \"x\"}")) {
      Files.writeString(folder.resolve("webhook_stats.json"), damaged);
      file(stats).save();
    }
    assertThat(stats.snapshot()).isEmpty();
    assertThat(Files.readString(folder.resolve("webhook_stats.json"))).contains("2026-11-24");
  }
}
