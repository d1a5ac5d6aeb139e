package io.gasminer.miner.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.store.Offers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What everything keeps to that calls itself a store of tasks, the fake among them. */
public abstract class TaskStoreContract {
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

  /** An empty store in which so many tasks may wait. */
  protected abstract TaskStore opened(long mostWaiting);

  @Test
  void whatWasAcceptedIsFoundAndCounted() {
    TaskStore store = opened(10);
    Task task = accepted(store);
    assertThat(store.find(task.id())).contains(task);
    assertThat(store.find(Offers.task().id())).isEmpty();
    assertThat(store.counts()).isEqualTo(new TaskCounts(1, 0, 0, 0));
  }

  @Test
  void theSameRequestIsTakenOnceAlsoWhereItMadeNoTask() {
    TaskStore store = opened(10);
    SeenRequest request = Offers.request();
    store.accept(Offers.task(), request);
    assertThat(store.accept(Offers.task(), request)).isEqualTo(new AcceptOutcome.Replayed());
    assertThat(store.remember(request)).isFalse();
    SeenRequest other = Offers.request();
    assertThat(store.remember(other)).isTrue();
    assertThat(store.accept(Offers.task(), other)).isEqualTo(new AcceptOutcome.Replayed());
    assertThat(store.counts().total()).isEqualTo(1);
  }

  @Test
  void aFullQueueHasRoomAgainWhenATaskStarts() {
    TaskStore store = opened(1);
    Task first = accepted(store);
    assertThat(store.accept(Offers.task(), Offers.request()))
        .isEqualTo(new AcceptOutcome.QueueFull(1));
    store.save(first.started(now));
    accepted(store);
  }

  @Test
  void aLateWriterDoesNotTakeAFinishedTaskBack() {
    TaskStore store = opened(10);
    Task started = accepted(store).started(now);
    store.save(started);
    Task done = started.completed(media(), now.plusSeconds(1));
    store.save(done);
    store.save(started);
    store.save(started.failed("too late", now.plusSeconds(2)));
    assertThat(store.find(done.id())).contains(done);
    assertThat(store.counts()).isEqualTo(new TaskCounts(0, 0, 1, 0));
  }

  @Test
  void whatHappenedIsKeptWithTheStateAndForgottenWithTheTask() {
    TaskStore store = opened(10);
    Instant before = now.minus(Duration.ofHours(25));
    Task started = accepted(store).started(before);
    TaskEvent asked = new TaskEvent(before, TaskEvent.Kind.ASKED, "größer, m-1 (request 1)");
    TaskEvent busy = new TaskEvent(before.plusSeconds(1), TaskEvent.Kind.BUSY, "m-1: \"full\"");
    store.save(started, List.of(asked));
    store.save(started, List.of(busy));
    assertThat(store.events(started.id())).containsExactly(asked, busy);
    store.save(started.failed("x", before));
    store.save(started, List.of(new TaskEvent(now, TaskEvent.Kind.ASKED, "too late")));
    assertThat(store.events(started.id())).containsExactly(asked, busy);
    store.cleanUp(now.minus(Duration.ofHours(24)), now);
    assertThat(store.events(started.id())).isEmpty();
  }

  @Test
  void mediaAreThereUntilTheyAreReleasedAndReceiptsStayInOrder() {
    TaskStore store = opened(10);
    TaskId id = accepted(store).id();
    store.storeMedia(id, media());
    assertThat(store.media(id).orElseThrow().bytes()).isEqualTo(media().bytes());
    store.releaseMedia(id);
    store.releaseMedia(id);
    assertThat(store.media(id)).isEmpty();
    Attempt first = new Attempt(now, Optional.empty(), "no route", "not-delivered");
    Attempt second = new Attempt(now.plusSeconds(2), Optional.of(200), "größer", "recorded");
    store.recordAttempt(id, first);
    store.recordAttempt(id, second);
    assertThat(store.attempts(id)).containsExactly(first, second);
  }

  @Test
  void cleaningUpForgetsTheOldAndFinishedAndRequestsThatRanOut() {
    TaskStore store = opened(10);
    store.remember(new SeenRequest("old", now.minusSeconds(1)));
    Task waiting = accepted(store);
    Task old = finished(store, now.minus(Duration.ofHours(25)));
    Task fresh = finished(store, now.minus(Duration.ofHours(1)));
    assertThat(store.cleanUp(now.minus(Duration.ofHours(24)), now)).isEqualTo(1);
    assertThat(store.find(old.id())).isEmpty();
    assertThat(List.of(waiting, fresh))
        .allSatisfy(task -> assertThat(store.find(task.id())).isPresent());
    assertThat(store.remember(new SeenRequest("old", now))).isTrue();
  }

  private static Task accepted(TaskStore store) {
    Task task = Offers.task();
    assertThat(store.accept(task, Offers.request())).isEqualTo(new AcceptOutcome.Accepted());
    return task;
  }

  private static Task finished(TaskStore store, Instant at) {
    Task task = accepted(store).started(at);
    store.save(task);
    Task failed = task.failed("x", at);
    store.save(failed);
    return failed;
  }

  private static Media media() {
    return new Media(new byte[] {1, 2, 3}, "image/png", Map.of("model", "m-1"));
  }
}
