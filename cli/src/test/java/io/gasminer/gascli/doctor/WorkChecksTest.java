package io.gasminer.gascli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.config.ConfigLoader;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.store.StoreOpening;
import io.gasminer.miner.store.Stores;
import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.SeenRequest;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskId;
import io.gasminer.miner.task.TaskStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database and the deliveries, looked at beside a store that a miner holds. */
class WorkChecksTest {
  private final Instant now = Instant.parse("2026-11-25T12:00:00Z");

  @TempDir private Path temp;

  @Test
  void whereNoMinerHasRunNothingIsWrongAndNothingIsMade() {
    assertThat(database()).hasOnlyElementsOfType(Finding.Ok.class);
    assertThat(deliveries())
        .singleElement()
        .isInstanceOfSatisfying(
            Finding.Ok.class, ok -> assertThat(ok.what()).startsWith("none yet"));
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void theDatabaseOfARunningMinerIsSoundAndTheMinerIsNotDisturbed() {
    try (TaskStore store = open()) {
      Task task = accepted(store, now);
      assertThat(database())
          .singleElement()
          .isInstanceOfSatisfying(
              Finding.Ok.class,
              ok -> assertThat(ok.what()).startsWith("SQLite, ").contains("sound"));
      store.save(task.started(now));
      assertThat(store.counts().processing()).isEqualTo(1);
    }
    assertThat(database()).hasOnlyElementsOfType(Finding.Ok.class);
  }

  @Test
  void aDamagedDatabaseIsAFailureThatStays() throws IOException {
    open().close();
    Path file = temp.resolve("tasks.db");
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 200; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    Files.write(file, bytes);
    assertThat(database().getFirst())
        .isInstanceOfSatisfying(
            Finding.Failure.class, failure -> assertThat(failure.mayPass()).isFalse());
    Files.writeString(file, "no database at all, but a text of some length");
    assertThat(database().getFirst())
        .isInstanceOfSatisfying(
            Finding.Failure.class,
            failure -> assertThat(failure.what()).contains("not a database"));
  }

  @Test
  void aPostgresThatIsAwayMayComeBackAndItsPasswordIsNotShown() {
    MinerConfig.Storage storage =
        storage("jdbc:postgresql://127.0.0.1:1/x?user=miner&password=s3cr3t-word");
    List<Finding> found = new DatabaseCheck(storage, Duration.ofSeconds(5), clock()).look();
    assertThat(found.getFirst())
        .isInstanceOfSatisfying(
            Finding.Failure.class,
            failure -> {
              assertThat(failure.what()).contains("does not answer");
              assertThat(failure.mayPass()).isTrue();
            });
    assertThat(found.toString()).doesNotContain("s3cr3t-word");
    assertThat(new DeliveriesCheck(storage, clock()).look().toString())
        .doesNotContain("s3cr3t-word");
  }

  @Test
  void recordedDeliveriesAreFineAndTheLastIsDated() {
    try (TaskStore store = open()) {
      Task task = completed(store, now.minus(Duration.ofHours(1)));
      store.recordAttempt(task.id(), attempt(Duration.ofMinutes(50), 200, "ok", "recorded"));
      assertThat(deliveries())
          .containsExactly(new Finding.Ok("1 recorded in 24 h; the last 50 min 0 s ago"));
    }
  }

  @Test
  void refusalsAreCountedAndTheCommonestReasonIsTold() {
    try (TaskStore store = open()) {
      for (int i = 0; i < 3; i++) {
        Task task = completed(store, now.minus(Duration.ofHours(5)));
        store.recordAttempt(
            task.id(), attempt(Duration.ofHours(4), 422, "C2PA \u001b[31mcheck failed", "refused"));
      }
      Task other = completed(store, now.minus(Duration.ofHours(5)));
      store.recordAttempt(other.id(), attempt(Duration.ofHours(4), 404, "gone", "unknown-task"));
      assertThat(deliveries().getFirst())
          .isInstanceOfSatisfying(
              Finding.Warning.class,
              warning -> {
                assertThat(warning.what())
                    .startsWith("4 refused in 24 h, 0 recorded; most often: 422 C2PA ?[31mcheck")
                    .endsWith("(3)");
                assertThat(warning.next()).contains("gascli tasks");
              });
    }
  }

  @Test
  void resultsThatWaitAndTasksThatFailAreWarnings() {
    try (TaskStore store = open()) {
      completed(store, now.minus(Duration.ofMinutes(20)));
      for (int i = 0; i < 2; i++) {
        Task failed = accepted(store, now.minus(Duration.ofHours(3))).started(now);
        store.save(failed);
        store.save(failed.failed("no provider has credits", now));
      }
      List<Finding> found = deliveries();
      assertThat(found).hasSize(2).hasOnlyElementsOfType(Finding.Warning.class);
      assertThat(found.getFirst().what())
          .isEqualTo("2 of 3 tasks failed in 24 h; most often: no provider has credits (2)");
      assertThat(found.getLast().what()).startsWith("1 result of the last 2 h is not delivered");
    }
  }

  private List<Finding> database() {
    return new DatabaseCheck(storage(""), Duration.ofSeconds(10), clock()).look();
  }

  private List<Finding> deliveries() {
    return new DeliveriesCheck(storage(""), clock()).look();
  }

  private InstantSource clock() {
    return InstantSource.fixed(now);
  }

  private MinerConfig.Storage storage(String url) {
    return ConfigLoader.examine(
            Map.of("MINER_STATE_DIR", temp.toString(), "MINER_DATABASE_URL", url),
            Map.of(),
            Optional.empty(),
            temp)
        .config()
        .storage();
  }

  private TaskStore open() {
    return switch (Stores.open(Optional.empty(), temp, 100)) {
      case StoreOpening.Opened opened -> opened.store();
      case StoreOpening.Refused(String reason) -> throw new AssertionError(reason);
      case StoreOpening.Unavailable(String reason) -> throw new AssertionError(reason);
    };
  }

  private static Task accepted(TaskStore store, Instant at) {
    Task task =
        Task.accepted(
            new TaskId(UUID.randomUUID()),
            Modality.IMAGE,
            "a fox",
            Map.of(),
            "http://127.0.0.1:1/webhook",
            "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY",
            at);
    store.accept(task, new SeenRequest(UUID.randomUUID().toString(), at.plusSeconds(300)));
    return task;
  }

  private static Task completed(TaskStore store, Instant at) {
    Task started = accepted(store, at).started(at);
    store.save(started);
    Media media = new Media(new byte[] {1, 2, 3}, "image/png", Map.of());
    store.storeMedia(started.id(), media);
    Task done = started.completed(media, at.plusSeconds(5));
    store.save(done);
    return done;
  }

  private Attempt attempt(Duration ago, int status, String answer, String outcome) {
    return new Attempt(now.minus(ago), Optional.of(status), answer, outcome);
  }
}
