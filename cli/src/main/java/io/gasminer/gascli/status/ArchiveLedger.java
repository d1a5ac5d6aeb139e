package io.gasminer.gascli.status;

import io.gasminer.miner.store.ArchiveOpening;
import io.gasminer.miner.store.Archives;
import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.LastDelivery;
import io.gasminer.miner.task.StoreUnavailable;
import io.gasminer.miner.task.TaskArchive;
import io.gasminer.miner.task.TaskCounts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns the reading of the miner's store from beside it, within a few seconds.
 *
 * @param databaseUrl a PostgreSQL address, or empty for SQLite in the state folder
 */
public record ArchiveLedger(Optional<String> databaseUrl, Path stateDir, InstantSource clock)
    implements Ledger.Reading {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final Duration LATELY = Duration.ofDays(1);
  private static final int LONGEST = 300;

  @Override
  public Ledger read() {
    FutureTask<Ledger> reading = new FutureTask<>(this::opened);
    Thread.ofVirtual().name("ledger").start(reading);
    try {
      return reading.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return new Ledger.Unread("the database does not answer in " + PATIENCE.toSeconds() + " s");
    } catch (ExecutionException failed) {
      return new Ledger.Unread("the database cannot be read: " + failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Ledger.Unread("the question was interrupted");
    } finally {
      reading.cancel(true);
    }
  }

  private Ledger opened() {
    return switch (Archives.open(databaseUrl, stateDir)) {
      case ArchiveOpening.Nothing(String why) -> new Ledger.Unread(why);
      case ArchiveOpening.Unavailable(String why) -> new Ledger.Unread(why);
      case ArchiveOpening.Opened(TaskArchive archive) -> {
        try (archive) {
          yield of(archive);
        } catch (StoreUnavailable away) {
          yield new Ledger.Unread("the database does not answer: " + away.getMessage());
        }
      }
    };
  }

  private Ledger of(TaskArchive archive) {
    Instant lately = clock.instant().minus(LATELY);
    TaskCounts now = archive.counts();
    return new Ledger.Read(
        now.pending(),
        now.processing(),
        archive.recordedSince(lately),
        archive.since(lately).failed(),
        archive.lastDelivery().map(ArchiveLedger::lastWord));
  }

  private static Ledger.LastWord lastWord(LastDelivery delivery) {
    Attempt attempt = delivery.attempt();
    return new Ledger.LastWord(
        delivery.task().toString(),
        attempt.at(),
        attempt.outcome(),
        attempt.status(),
        words(attempt.answer()));
  }

  /** What a validator means to say, out of the JSON that it says it in. */
  static String words(String answer) {
    String words = answer;
    try {
      JsonNode said = JsonMapper.shared().readTree(answer);
      words =
          Stream.of("message", "detail")
              .map(said::path)
              .filter(JsonNode::isString)
              .map(JsonNode::asString)
              .findFirst()
              .orElse(answer);
    } catch (JacksonException plainWords) {
      // Then they are shown as they came.
    }
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
  }
}
