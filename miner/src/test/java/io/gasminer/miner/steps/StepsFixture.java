package io.gasminer.miner.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.SettableClock;
import io.gasminer.miner.events.StepEvents;
import io.gasminer.miner.provenance.GateVerdict;
import io.gasminer.miner.provenance.ProvenanceGate;
import io.gasminer.miner.store.Offers;
import io.gasminer.miner.store.SqlTaskStore;
import io.gasminer.miner.store.StoreOpening;
import io.gasminer.miner.store.Stores;
import io.gasminer.miner.task.AcceptOutcome;
import io.gasminer.miner.task.Task;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The steps on a real store with a clock that the test moves; nothing runs by itself. */
abstract class StepsFixture {
  static final Duration TIMEOUT = Duration.ofMinutes(5);

  @TempDir Path folder;
  final SettableClock clock = new SettableClock(Instant.now().truncatedTo(ChronoUnit.MICROS));
  final ScriptedProvider provider = new ScriptedProvider();
  final Receiver receiver = new Receiver();
  final StepEvents events = new StepEvents();
  ScriptedPlanner planner = ScriptedPlanner.of(provider, "m-1", "m-2");
  ProvenanceGate gate = (task, media) -> new GateVerdict.Passed(Map.of("signer", "x"), List.of());
  Awaiting awaiting = new Awaiting();
  SqlTaskStore store;

  @BeforeEach
  void open() {
    if (Stores.open(Optional.empty(), folder.resolve("state"), 1_000)
        instanceof StoreOpening.Opened(SqlTaskStore opened)) {
      store = opened;
    } else {
      throw new AssertionError("the store did not open");
    }
  }

  @AfterEach
  void close() {
    store.close();
    receiver.close();
  }

  /** What a restart leaves: the store alone. */
  void restart() {
    store.close();
    awaiting = new Awaiting();
    open();
  }

  Task accepted() {
    Task task = Offers.task(receiver.url(), clock.instant());
    assertThat(store.accept(task, Offers.request())).isEqualTo(new AcceptOutcome.Accepted());
    return task;
  }

  Task stored(Task task) {
    return store.find(task.id()).orElseThrow();
  }

  private StepParts parts() {
    return new StepParts(store, store, planner, gate, Couriers.toThisMachine(clock));
  }

  StepResult generate(Task task) {
    StepParts parts = parts();
    Insistence insistence = new Insistence(clock::advance, events);
    Ending ending = new Ending(parts, insistence, clock, events);
    Purchase purchase = new Purchase(parts, TIMEOUT, awaiting, insistence, ending, clock, events);
    return new GenerateStep(parts, purchase, purchase.jobs(), ending, clock, events).run(task.id());
  }

  StepResult deliver(Task task) {
    StepParts parts = parts();
    VerifyStep verify =
        new VerifyStep(
            parts,
            TIMEOUT,
            Optional.of(new LocalCopies(folder.resolve("output"), events)),
            clock,
            events);
    return new DeliverStep(
            parts, verify, Duration.ofSeconds(1), new MediaBudget(1 << 20), clock, events)
        .run(task.id());
  }

  static Instant again(StepResult result) {
    assertThat(result).isInstanceOf(StepResult.Again.class);
    return ((StepResult.Again) result).at();
  }
}
