package io.gasminer.miner.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.task.AcceptOutcome;
import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.SeenRequest;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskCounts;
import io.gasminer.miner.task.TaskId;
import io.gasminer.miner.task.TaskState;
import io.gasminer.miner.task.TaskStore;
import io.gasminer.miner.task.TaskStoreContract;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a database adds to {@link TaskStoreContract}: restarts, schedules, and shared commits. */
abstract class SqlStoreContract extends TaskStoreContract {
  final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

  SqlTaskStore store;

  /** Opens the same database, as after a restart, with so many waiting tasks allowed. */
  abstract SqlTaskStore open(long mostWaiting);

  @Override
  protected TaskStore opened(long mostWaiting) {
    return reopened(mostWaiting);
  }

  @BeforeEach
  void openEmpty() {
    store = open(10_000);
  }

  @AfterEach
  void close() {
    store.close();
  }

  SqlTaskStore reopened(long mostWaiting) {
    store.close();
    store = open(mostWaiting);
    return store;
  }

  Task accepted() {
    Task task = Offers.task();
    assertThat(store.accept(task, Offers.request())).isEqualTo(new AcceptOutcome.Accepted());
    return task;
  }

  @Test
  void aBegunTaskIsTakenOverWithItsStateAndItsJobAndOnlyOnce() {
    JobTicket job = new JobTicket("runway", "veo3.1", "job-1", now, Map.of("tier", "720p"));
    Task begun = Offers.task().started(now).ticketed(job);
    Task waiting = Offers.task();
    SeenRequest request = Offers.request();
    assertThat(store.adopt(begun, request)).isEqualTo(new AcceptOutcome.Accepted());
    assertThat(store.adopt(waiting, Offers.request())).isEqualTo(new AcceptOutcome.Accepted());
    assertThat(store.adopt(Offers.task(), request)).isEqualTo(new AcceptOutcome.Replayed());
    reopened(1);
    assertThat(store.find(begun.id())).contains(begun);
    assertThat(store.find(waiting.id())).contains(waiting);
    assertThat(store.counts()).isEqualTo(new TaskCounts(1, 1, 0, 0));
    assertThat(scheduled(Step.GENERATE)).isEqualTo(2);
    assertThat(store.accept(Offers.task(), Offers.request()))
        .as("what has begun does not count as waiting")
        .isEqualTo(new AcceptOutcome.QueueFull(1));
  }

  static Media media(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return new Media(bytes, "image/png", Map.of("model", "m-1", "note", "grün"));
  }

  long scheduled(Step step) {
    return new Reading(store.schedules().connections(), new Words(Optional.empty()))
        .ask(
            "count",
            connection -> {
              try (var statement = connection.createStatement();
                  ResultSet row = statement.executeQuery("select count(*) from " + step.table())) {
                row.next();
                return row.getLong(1);
              }
            });
  }

  @Test
  void anAcceptedTaskIsFoundAsItWasAfterARestart() {
    Task task = accepted();
    reopened(10_000);
    Task found = store.find(task.id()).orElseThrow();
    assertThat(found).isEqualTo(task);
    assertThat(scheduled(Step.GENERATE)).isEqualTo(1);
    assertThat(store.counts()).isEqualTo(new TaskCounts(1, 0, 0, 0));
  }

  @Test
  void aRequestThatIsSentTwiceIsRefusedEvenAfterARestart() {
    SeenRequest request = Offers.request();
    store.accept(Offers.task(), request);
    assertThat(store.accept(Offers.task(), request)).isEqualTo(new AcceptOutcome.Replayed());
    reopened(10_000);
    assertThat(store.accept(Offers.task(), request)).isEqualTo(new AcceptOutcome.Replayed());
    assertThat(store.remember(request)).isFalse();
    assertThat(store.counts().total()).isEqualTo(1);
    assertThat(scheduled(Step.GENERATE)).isEqualTo(1);
  }

  @Test
  void aFullQueueRefusesUntilATaskStarts() {
    reopened(2);
    Task first = accepted();
    SeenRequest second = Offers.request();
    store.accept(Offers.task(), second);
    assertThat(store.accept(Offers.task(), Offers.request()))
        .isEqualTo(new AcceptOutcome.QueueFull(2));
    assertThat(store.accept(Offers.task(), second)).isEqualTo(new AcceptOutcome.Replayed());
    store.save(first.started(now));
    store.save(first.started(now));
    accepted();
    assertThat(store.accept(Offers.task(), Offers.request()))
        .isInstanceOf(AcceptOutcome.QueueFull.class);
    reopened(3);
    assertThat(store.accept(Offers.task(), Offers.request()))
        .isEqualTo(new AcceptOutcome.Accepted());
    assertThat(store.accept(Offers.task(), Offers.request()))
        .isInstanceOf(AcceptOutcome.QueueFull.class);
  }

  @Test
  void theLimitHoldsUnderManyAcceptsAtOnceAndOneReplayFailsAlone() throws Exception {
    reopened(150);
    SeenRequest same = Offers.request();
    List<AcceptOutcome> outcomes =
        atOnce(
            200, number -> store.accept(Offers.task(), number % 10 == 0 ? same : Offers.request()));
    assertThat(outcomes.stream().filter(AcceptOutcome.Accepted.class::isInstance)).hasSize(150);
    assertThat(outcomes.stream().filter(AcceptOutcome.Replayed.class::isInstance))
        .hasSizeBetween(1, 19);
    assertThat(store.counts().pending()).isEqualTo(150);
    assertThat(scheduled(Step.GENERATE)).isEqualTo(150);
  }

  @Test
  void aWriteThatFailsDoesNotFailThoseItSharesACommitWith() throws Exception {
    Task task = accepted();
    List<AcceptOutcome> outcomes =
        atOnce(
            100, number -> store.accept(number % 4 == 0 ? task : Offers.task(), Offers.request()));
    assertThat(outcomes.stream().filter(AcceptOutcome.Accepted.class::isInstance)).hasSize(75);
    assertThat(outcomes.stream().filter(AcceptOutcome.Unavailable.class::isInstance)).hasSize(25);
    assertThat(store.counts().pending()).isEqualTo(76);
  }

  /** One caller of many. */
  private interface Caller {
    AcceptOutcome call(int number);
  }

  private static List<AcceptOutcome> atOnce(int callers, Caller caller) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<AcceptOutcome>> calls = new ArrayList<>();
      for (int number = 0; number < callers; number++) {
        int mine = number;
        calls.add(() -> caller.call(mine));
      }
      List<AcceptOutcome> outcomes = new ArrayList<>();
      for (Future<AcceptOutcome> each : threads.invokeAll(calls)) {
        outcomes.add(each.get());
      }
      return outcomes;
    }
  }

  @Test
  void aTicketAndWhatWasTriedSurviveARestart() {
    Task task = accepted().started(now);
    store.save(task.with(task.progress().rulingOut("m-0").submitting("p", "m-1", true)));
    JobTicket ticket = new JobTicket("p", "m-1", "job-7", now, Map.of("poll", "https://x/7"));
    Task asking = store.find(task.id()).orElseThrow();
    assertThat(asking.progress().last().orElseThrow().open()).isTrue();
    store.save(asking.ticketed(ticket));
    reopened(10_000);
    Task found = store.find(task.id()).orElseThrow();
    assertThat(found.ticket()).contains(ticket);
    assertThat(found.progress().ruledOut()).containsExactly("m-0");
    assertThat(found.progress().last().orElseThrow().open()).isFalse();
    assertThat(found.state()).isEqualTo(new TaskState.Processing(now));
  }

  @Test
  void mediaComeBackByteForByteUntilTheyAreReleased() {
    Task task = accepted();
    for (int size : List.of(0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 5_000_000)) {
      Media stored = media(size);
      store.storeMedia(task.id(), stored);
      Media found = store.media(task.id()).orElseThrow();
      assertThat(found.bytes()).isEqualTo(stored.bytes());
      assertThat(found.contentType()).isEqualTo("image/png");
      assertThat(found.facts()).isEqualTo(stored.facts());
      assertThat(store.mediaSize(task.id())).hasValue(size);
    }
    reopened(10_000);
    assertThat(store.media(task.id())).isPresent();
    store.releaseMedia(task.id());
    store.releaseMedia(task.id());
    assertThat(store.media(task.id())).isEmpty();
    assertThat(store.mediaSize(task.id())).isEmpty();
  }

  @Test
  void receiptsAreKeptInOrderWithTheValidatorsWords() {
    TaskId id = accepted().id();
    Attempt first = new Attempt(now, Optional.empty(), "no route\u0000\ud800", "not-delivered");
    Attempt second = new Attempt(now.plusSeconds(2), Optional.of(200), "größer", "recorded");
    store.recordAttempt(id, first);
    store.recordAttempt(id, second);
    assertThat(store.attempts(id))
        .containsExactly(new Attempt(now, Optional.empty(), "no route??", "not-delivered"), second);
  }

  @Test
  void aTaskStandsInExactlyOneSchedule() {
    Task task = accepted().started(now);
    store.toDelivery(task, now);
    store.toDelivery(task, now);
    assertThat(List.of(scheduled(Step.GENERATE), scheduled(Step.DELIVER))).containsExactly(0L, 1L);
    store.toGeneration(task, now);
    assertThat(List.of(scheduled(Step.GENERATE), scheduled(Step.DELIVER))).containsExactly(1L, 0L);
    assertThat(store.find(task.id()).orElseThrow().state())
        .isEqualTo(new TaskState.Processing(now));
  }

  @Test
  void cleaningUpForgetsWhatIsFinishedAndOldAndNothingElse() {
    for (int count = 0; count < 1_200; count++) {
      store.remember(new SeenRequest("old-" + count, now.minusSeconds(1)));
    }
    SeenRequest young = Offers.request();
    store.remember(young);
    Task waiting = accepted();
    Task old = finished(now.minus(Duration.ofHours(25)));
    Task fresh = finished(now.minus(Duration.ofHours(1)));
    Task delivering = accepted().started(now.minus(Duration.ofHours(30)));
    store.toDelivery(delivering.failed("x", now.minus(Duration.ofHours(29))), now);
    store.storeMedia(old.id(), media(10));
    store.recordAttempt(old.id(), new Attempt(now, Optional.empty(), "x", "not-delivered"));
    assertThat(store.cleanUp(now.minus(Duration.ofHours(24)), now)).isEqualTo(1);
    assertThat(store.find(old.id())).isEmpty();
    assertThat(store.attempts(old.id())).isEmpty();
    assertThat(store.media(old.id())).isEmpty();
    assertThat(List.of(waiting, fresh, delivering))
        .allSatisfy(task -> assertThat(store.find(task.id())).isPresent());
    assertThat(store.remember(young)).isFalse();
    assertThat(store.remember(new SeenRequest("old-7", now))).isTrue();
  }

  private Task finished(Instant at) {
    Task task = accepted().started(at);
    store.save(task);
    store.save(task.failed("x", at));
    return task;
  }
}
