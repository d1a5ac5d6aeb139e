package io.gasminer.miner.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.events.StepEvents;
import io.gasminer.miner.generation.GenerationOutcome;
import io.gasminer.miner.generation.SubmitOutcome;
import io.gasminer.miner.provenance.GateVerdict;
import io.gasminer.miner.store.Offers;
import io.gasminer.miner.store.Postgres;
import io.gasminer.miner.store.SqlTaskStore;
import io.gasminer.miner.store.StoreOpening;
import io.gasminer.miner.store.Stores;
import io.gasminer.miner.task.Pause;
import io.gasminer.miner.task.Task;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TaskRunnerTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path folder;
  private final Receiver receiver = new Receiver();
  private final ScriptedProvider provider = new ScriptedProvider();
  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
    receiver.close();
  }

  private SqlTaskStore store(Optional<String> url) {
    return store(url, "state");
  }

  private SqlTaskStore store(Optional<String> url, String state) {
    if (Stores.open(url, folder.resolve(state), 10_000)
        instanceof StoreOpening.Opened(SqlTaskStore store)) {
      opened.add(store);
      return store;
    }
    throw new AssertionError("the store did not open");
  }

  private TaskRunner runner(SqlTaskStore store, int parallel) {
    StepLimits limits =
        new StepLimits(
            parallel,
            Duration.ofMinutes(5),
            Duration.ZERO,
            Duration.ofHours(24),
            Duration.ofHours(1),
            Optional.empty());
    StepParts parts =
        new StepParts(
            store,
            store,
            ScriptedPlanner.of(provider, "m-1"),
            (task, media) -> new GateVerdict.Passed(Map.of(), List.of()),
            Couriers.toThisMachine(InstantSource.system()));
    TaskRunner runner =
        new TaskRunner(
            parts,
            store.schedules(),
            limits,
            Duration.ofSeconds(5),
            InstantSource.system(),
            Pause.real(),
            new StepEvents());
    runner.start();
    return runner;
  }

  private Task accept(SqlTaskStore store) {
    Task task = Offers.task(receiver.url(), Instant.now());
    store.accept(task, Offers.request());
    return task;
  }

  // Waits for something that real threads bring about; the time is only for a test that fails.
  private static void until(BooleanSupplier reached) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.onSpinWait();
      java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  @Test
  void anAcceptedTaskIsDeliveredWithoutWaitingForAPoll() {
    SqlTaskStore store = store(Optional.empty());
    TaskRunner runner = runner(store, 2);
    opened.add(runner::stop);
    for (int count = 0; count < 20; count++) {
      Task task = accept(store);
      until(() -> receiver.statuses.containsKey(task.id().toString()));
      assertThat(Duration.between(task.createdAt(), Instant.now())).isLessThan(PATIENCE);
    }
    until(() -> store.counts().completed() == 20);
  }

  @Test
  void exactlySoManyGenerationsRunInParallelAsAreAllowed() throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Semaphore go = new Semaphore(0);
    for (int count = 0; count < 40; count++) {
      provider.onSubmit(
          () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            go.acquireUninterruptibly();
            running.decrementAndGet();
            return new SubmitOutcome.Answered(ScriptedProvider.produced());
          });
    }
    SqlTaskStore store = store(Optional.empty());
    TaskRunner runner = runner(store, 5);
    opened.add(runner::stop);
    for (int count = 0; count < 40; count++) {
      accept(store);
    }
    for (int released = 0; released < 40; released++) {
      int expected = Math.min(5, 40 - released);
      until(() -> running.get() == expected);
      go.release();
      int done = released + 1;
      until(() -> provider.submitted.size() >= Math.min(40, done + 5));
    }
    until(() -> receiver.statuses.size() == 40);
    assertThat(most.get()).isEqualTo(5);
  }

  @Test
  void aStopEndsWaitsAtOnceAndARestartAwaitsTheSameJob() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    provider
        .takesJob("j-1")
        .onAwait(
            () -> {
              waiting.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
              return new GenerationOutcome.StillRunning(Duration.ofSeconds(5));
            });
    SqlTaskStore store = store(Optional.empty());
    TaskRunner first = runner(store, 1);
    Task task = accept(store);
    waiting.await();
    first.stop();
    assertThat(store.find(task.id()).orElseThrow().ticket()).isPresent();
    store.close();
    TaskRunner second = runner(store(Optional.empty()), 1);
    opened.add(second::stop);
    until(() -> receiver.statuses.containsKey(task.id().toString()));
    assertThat(provider.submitted).hasSize(1);
    assertThat(provider.awaited).hasSize(2);
  }

  @Test
  void twoNodesMakeAThousandTasksExactlyOnceEach() {
    String url = Postgres.emptyDatabase();
    SqlTaskStore left = store(Optional.of(url));
    SqlTaskStore right = store(Optional.of(url), "other");
    for (SqlTaskStore store : List.of(left, right)) {
      TaskRunner runner = runner(store, 8);
      opened.add(runner::stop);
    }
    for (int count = 0; count < 1_000; count++) {
      accept(count % 2 == 0 ? left : right);
    }
    until(() -> left.counts().completed() == 1_000);
    until(() -> receiver.statuses.size() == 1_000);
    assertThat(provider.submitted).hasSize(1_000);
    assertThat(new HashSet<>(provider.submitted.stream().map(request -> request.task()).toList()))
        .hasSize(1_000);
    assertThat(receiver.statuses.values()).allSatisfy(got -> assertThat(got).hasSize(1));
  }

  @Test
  void theStepsOfANodeThatDiedAreTakenOver() throws Exception {
    String url = Postgres.emptyDatabase();
    SqlTaskStore store = store(Optional.of(url));
    Task task = accept(store);
    try (var connection = store.schedules().connections().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "update generation_schedule set picked = true, picked_by = 'dead', version = 2,"
              + " last_heartbeat = now() - interval '17 seconds'");
    }
    TaskRunner runner = runner(store, 1);
    opened.add(runner::stop);
    until(() -> receiver.statuses.containsKey(task.id().toString()));
  }

  @Test
  void theStepsOfAProcessThatDiedAreResumedAtOnceOnSqlite() throws Exception {
    SqlTaskStore store = store(Optional.empty());
    Task task = accept(store);
    try (var connection = store.schedules().connections().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "update generation_schedule set picked = 1, picked_by = 'dead', version = 2,"
              + " last_heartbeat = "
              + System.currentTimeMillis());
    }
    store.close();
    TaskRunner runner = runner(store(Optional.empty()), 1);
    opened.add(runner::stop);
    until(() -> receiver.statuses.containsKey(task.id().toString()));
  }
}
