package io.gasminer.miner.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.task.AcceptOutcome;
import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.LastDelivery;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.Standing;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskArchive;
import io.gasminer.miner.task.TaskCounts;
import io.gasminer.miner.task.TaskEvent;
import io.gasminer.miner.task.TaskId;
import io.gasminer.miner.task.TaskQuery;
import io.gasminer.miner.task.TaskReceipt;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an archive shows of a store that another holds open. */
abstract class ArchiveContract {
  final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

  SqlTaskStore store;

  /** Opens the store as the miner does. */
  abstract SqlTaskStore openStore();

  /** Makes a delivery in the same store due, from beside whoever has it open. */
  abstract boolean makeDue(TaskId id, TaskEvent asked);

  /** Opens the same store for reading. */
  abstract ArchiveOpening openArchive();

  @BeforeEach
  void openEmpty() {
    store = openStore();
  }

  @AfterEach
  void close() {
    store.close();
  }

  TaskArchive archive() {
    return opened(openArchive());
  }

  static TaskArchive opened(ArchiveOpening opening) {
    return switch (opening) {
      case ArchiveOpening.Opened(TaskArchive archive) -> archive;
      case ArchiveOpening.Nothing(String why) -> throw new AssertionError(why);
      case ArchiveOpening.Unavailable(String why) -> throw new AssertionError(why);
    };
  }

  Task accepted(Instant at) {
    return accepted(Offers.task("http://127.0.0.1:1/webhook", at));
  }

  Task accepted(Task task) {
    assertThat(store.accept(task, Offers.request())).isEqualTo(new AcceptOutcome.Accepted());
    return task;
  }

  private Task completed(Instant at) {
    Task started = accepted(at).started(at.plusSeconds(1));
    store.save(started);
    Media media = new Media(new byte[] {1, 2, 3}, "image/png", Map.of("model", "m-1"));
    store.storeMedia(started.id(), media);
    Task done = started.completed(media, at.plusSeconds(5));
    store.toDelivery(done, at.plusSeconds(6));
    return done;
  }

  private static Attempt attempt(Instant at, String outcome) {
    return new Attempt(at, Optional.of(200), "größer", outcome);
  }

  @Test
  void whatTheMinerHasWrittenIsSeenWhileItRuns() {
    try (TaskArchive archive = archive()) {
      Task done = completed(now.minusSeconds(60));
      store.recordAttempt(done.id(), attempt(now.minusSeconds(50), "not-delivered"));

      assertThat(archive.find(done.id())).contains(done);
      assertThat(archive.find(Offers.task().id())).isEmpty();
      assertThat(archive.attempts(done.id())).hasSize(1);
      assertThat(archive.mediaSize(done.id())).hasValue(3);
      assertThat(archive.standing(done.id()).orElseThrow())
          .extracting(Standing::delivering, Standing::running)
          .containsExactly(true, false);
      assertThat(archive.standing(done.id()).orElseThrow().due())
          .isCloseTo(
              now.minusSeconds(54), org.assertj.core.api.Assertions.within(1, ChronoUnit.MILLIS));
      store.releaseMedia(done.id());
      assertThat(archive.mediaSize(done.id())).isEmpty();
    }
  }

  @Test
  void theNewestComeFirstAndAreSifted() {
    Task old = accepted(now.minus(Duration.ofHours(5)));
    Task done = completed(now.minus(Duration.ofHours(2)));
    Task fresh = accepted(now);
    try (TaskArchive archive = archive()) {
      assertThat(archive.newest(10, TaskQuery.all())).containsExactly(fresh, done, old);
      assertThat(archive.newest(2, TaskQuery.all())).containsExactly(fresh, done);
      assertThat(archive.newest(10, TaskQuery.since(now.minus(Duration.ofHours(3)))))
          .containsExactly(fresh, done);
      assertThat(archive.newest(10, query("completed"))).containsExactly(done);
      assertThat(archive.newest(10, video())).isEmpty();
      assertThat(archive.newest(10, undelivered())).containsExactly(done);
      store.recordAttempt(done.id(), attempt(now, "recorded"));
      assertThat(archive.newest(10, undelivered())).isEmpty();
    }
  }

  private static TaskQuery query(String state) {
    return new TaskQuery(Optional.of(state), Optional.empty(), Optional.empty(), false);
  }

  private static TaskQuery video() {
    return new TaskQuery(Optional.empty(), Optional.of(Modality.VIDEO), Optional.empty(), false);
  }

  private static TaskQuery undelivered() {
    return new TaskQuery(Optional.empty(), Optional.empty(), Optional.empty(), true);
  }

  @Test
  void whatIsInEachStateIsCountedAllInAllAndSinceAnInstant() {
    accepted(now.minus(Duration.ofHours(30)));
    Task done = completed(now.minus(Duration.ofHours(2)));
    Task failed = completed(now.minus(Duration.ofHours(3)));
    store.recordAttempt(done.id(), attempt(now.minusSeconds(9), "recorded"));
    store.recordAttempt(done.id(), attempt(now.minusSeconds(8), "already-processed"));
    store.recordAttempt(failed.id(), attempt(now.minusSeconds(7), "refused"));
    Task notice = accepted(now).failed("moderated", now);
    store.save(notice);
    store.recordAttempt(notice.id(), attempt(now.minusSeconds(9), "recorded"));
    try (TaskArchive archive = archive()) {
      assertThat(archive.counts()).isEqualTo(new TaskCounts(1, 0, 2, 1));
      assertThat(archive.since(now.minus(Duration.ofHours(24))))
          .isEqualTo(new TaskCounts(0, 0, 2, 1));
      assertThat(archive.recordedSince(now.minus(Duration.ofHours(1)))).isEqualTo(1);
      assertThat(archive.recordedSince(now)).isZero();
    }
  }

  @Test
  void whatHappenedIsTold() {
    Task started = accepted(now).started(now);
    TaskEvent asked = new TaskEvent(now, TaskEvent.Kind.ASKED, "p for m-1\u0000 (request 1)");
    store.save(started, List.of(asked));
    for (int more = 0; more < 120; more++) {
      store.save(started, List.of(new TaskEvent(now, TaskEvent.Kind.WAITING, "busy")));
    }
    try (TaskArchive archive = archive()) {
      assertThat(archive.events(started.id()))
          .hasSize(100)
          .startsWith(new TaskEvent(now, TaskEvent.Kind.ASKED, "p for m-1? (request 1)"));
    }
  }

  @Test
  void aWaitingDeliveryIsMadeDueAndOneThatIsOverIsNot() {
    Task done = completed(now);
    TaskEvent asked = new TaskEvent(now, TaskEvent.Kind.RETRIED, "by the operator");
    store.toDelivery(done, now.plusSeconds(900));
    try (TaskArchive archive = archive()) {
      assertThat(store.deliverAt(done.id(), now.plusSeconds(60), asked)).isTrue();
      assertThat(archive.standing(done.id()).orElseThrow().due())
          .isCloseTo(
              now.plusSeconds(60), org.assertj.core.api.Assertions.within(1, ChronoUnit.MILLIS));
      assertThat(archive.events(done.id())).containsExactly(asked);
      Task waiting = accepted(now);
      assertThat(store.deliverAt(waiting.id(), now, asked)).isFalse();
      assertThat(archive.events(waiting.id())).isEmpty();
    }
  }

  @Test
  void aCommandBesideTheMinerMakesAWaitingDeliveryDue() {
    Task done = completed(now);
    Task waiting = accepted(now);
    TaskEvent asked = new TaskEvent(now.plusSeconds(1), TaskEvent.Kind.RETRIED, "by the operator");
    try (TaskArchive archive = archive()) {
      assertThat(makeDue(done.id(), asked)).isTrue();
      assertThat(makeDue(waiting.id(), asked)).isFalse();
      assertThat(archive.standing(done.id()).orElseThrow().due())
          .isCloseTo(
              now.plusSeconds(1), org.assertj.core.api.Assertions.within(1, ChronoUnit.MILLIS));
      assertThat(archive.events(done.id())).containsExactly(asked);
      assertThat(store.find(done.id())).contains(done);
      accepted(now);
    }
  }

  @Test
  void theReceiptsOfAllTasksComeNewestFirst() {
    Task one = completed(now.minusSeconds(100));
    Task two = completed(now.minusSeconds(90));
    try (TaskArchive archive = archive()) {
      assertThat(archive.lastDelivery()).isEmpty();
      Attempt first = attempt(now.minusSeconds(50), "not-delivered");
      Attempt second = attempt(now.minusSeconds(40), "refused");
      Attempt third = attempt(now.minusSeconds(30), "recorded");
      store.recordAttempt(one.id(), first);
      store.recordAttempt(two.id(), second);
      store.recordAttempt(one.id(), third);

      assertThat(archive.lastDelivery()).contains(new LastDelivery(one.id(), third));
      assertThat(archive.receipts(10, Instant.EPOCH, false))
          .containsExactly(
              new TaskReceipt(one, third),
              new TaskReceipt(two, second),
              new TaskReceipt(one, first));
      assertThat(archive.receipts(1, Instant.EPOCH, true))
          .containsExactly(new TaskReceipt(two, second));
      assertThat(archive.receipts(10, now.minusSeconds(35), false)).hasSize(1);
    }
  }

  @Test
  void theBeginningOfAnIdFindsIt() {
    Task one = accepted(named("aaaaaaaa-0000-4000-8000-000000000001"));
    Task two = accepted(named("aaaaaaaa-0001-4000-8000-000000000001"));
    Task three = accepted(named("bbbbbbbb-0001-4000-8000-000000000001"));
    try (TaskArchive archive = archive()) {
      assertThat(archive.beginningWith("aaaa", 10)).containsExactly(one.id(), two.id());
      assertThat(archive.beginningWith("BBB", 10)).containsExactly(three.id());
      assertThat(archive.beginningWith("aaaaaaaa-0001", 10)).containsExactly(two.id());
      assertThat(archive.beginningWith("aaaa", 1)).hasSize(1);
      assertThat(archive.beginningWith("%", 10)).isEmpty();
      assertThat(archive.beginningWith("' or 1=1 --", 10)).isEmpty();
      assertThat(archive.beginningWith("", 10)).isEmpty();
      assertThat(archive.tellingLength()).isEqualTo("aaaaaaaa-0001".length());
    }
  }

  private Task named(String id) {
    return Task.accepted(
        new TaskId(UUID.fromString(id)),
        Modality.IMAGE,
        "a red fox",
        Map.of(),
        "http://127.0.0.1:1/webhook",
        "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY",
        now);
  }

  @Test
  void anEmptyStoreIsShownEmpty() {
    try (TaskArchive archive = archive()) {
      assertThat(archive.newest(10, TaskQuery.all())).isEmpty();
      assertThat(archive.counts().total()).isZero();
      assertThat(archive.tellingLength()).isEqualTo(8);
      assertThat(archive.standing(Offers.task().id())).isEmpty();
    }
  }
}
