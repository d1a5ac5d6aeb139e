package io.gasminer.miner;

import io.gasminer.bittensor.epistula.EpistulaVerifier;
import io.gasminer.miner.admission.Admission;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.delivery.RetryDesk;
import io.gasminer.miner.events.HttpEvents;
import io.gasminer.miner.events.MinerEvents;
import io.gasminer.miner.events.StepEvents;
import io.gasminer.miner.events.TrustEvents;
import io.gasminer.miner.http.HttpLimits;
import io.gasminer.miner.http.MinerHttpServer;
import io.gasminer.miner.http.MinerIdentity;
import io.gasminer.miner.mailbox.Mailbox;
import io.gasminer.miner.steps.StepLimits;
import io.gasminer.miner.steps.StepParts;
import io.gasminer.miner.steps.TaskRunner;
import io.gasminer.miner.store.SqlTaskStore;
import io.gasminer.miner.store.StoreOpening;
import io.gasminer.miner.store.Stores;
import io.gasminer.miner.task.Pause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Owns a running miner: the server, the steps, the store and what they stand on.
 *
 * <p>Started in the order of its dependencies, stopped in reverse. Thread-safe.
 */
public final class Miner implements AutoCloseable {
  /** A restart may help. */
  public static final int RESTART_MAY_HELP = 1;

  /** A restart will not help: configuration, wallet, port, state folder. */
  public static final int RESTART_WILL_NOT_HELP = 2;

  private static final Duration RETRIES_EVERY = Duration.ofSeconds(1);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(8);

  private final Foundations foundations;
  private final SqlTaskStore store;
  private final TaskRunner runner;
  private final MinerHttpServer server;
  private final ChainDuties duties;
  private final OperatorFiles files;
  private final MinerEvents events;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Miner(
      Foundations foundations,
      SqlTaskStore store,
      TaskRunner runner,
      MinerHttpServer server,
      ChainDuties duties,
      OperatorFiles files,
      MinerEvents events) {
    this.foundations = foundations;
    this.store = store;
    this.runner = runner;
    this.server = server;
    this.duties = duties;
    this.files = files;
    this.events = events;
  }

  /** What starting ended in. */
  public sealed interface Start {
    /** Validators can call. */
    record Running(Miner miner) implements Start {}

    /** It does not start; every reason says what to do. The exit code says if a restart helps. */
    record Refused(List<String> problems, int exitCode) implements Start {}
  }

  /** Starts a miner with the system's clock, its name service and real waiting. */
  public static Start start(MinerConfig config) {
    MinerEvents events = new MinerEvents();
    config.notes().forEach(events::note);
    return switch (Foundations.lay(config, InstantSource.system(), Pause.real(), events)) {
      case Foundations.Outcome.Faulty(List<String> problems, int exitCode) ->
          new Start.Refused(problems, exitCode);
      case Foundations.Outcome.Laid(Foundations foundations) ->
          openStore(config, foundations, events);
    };
  }

  private static Start openStore(MinerConfig config, Foundations foundations, MinerEvents events) {
    StoreOpening opening =
        Stores.open(
            config.storage().databaseUrl(),
            config.storage().stateDir(),
            config.limits().maxQueuedTasks());
    return switch (opening) {
      case StoreOpening.Refused(String reason) ->
          refused(foundations, reason, RESTART_WILL_NOT_HELP);
      case StoreOpening.Unavailable(String reason) ->
          refused(foundations, reason, RESTART_MAY_HELP);
      case StoreOpening.Opened(SqlTaskStore store) -> listen(config, foundations, store, events);
    };
  }

  private static Start listen(
      MinerConfig config, Foundations foundations, SqlTaskStore store, MinerEvents events) {
    InstantSource clock = foundations.clock();
    TaskRunner runner = runner(config, foundations, store);
    MinerHttpServer.Parts parts =
        new MinerHttpServer.Parts(
            new Admission(store, foundations.rack().board(), clock, UUID::randomUUID, events),
            store,
            foundations.rack().board(),
            new MinerIdentity(
                foundations.hotkey().address(),
                foundations.registry(),
                Version.current(),
                clock.instant()),
            config.limits());
    EpistulaVerifier verifier =
        new EpistulaVerifier(
            foundations.hotkey().address(), foundations.registry(), config.limits().stakeMatters());
    MinerHttpServer.Opening opening =
        MinerHttpServer.open(
            config.chain().listening().address(),
            config.chain().listening().port(),
            HttpLimits.DEFAULT,
            verifier,
            parts,
            clock,
            new HttpEvents(clock));
    return switch (opening) {
      case MinerHttpServer.Opening.CannotListen(String reason) -> {
        store.close();
        yield refused(foundations, reason, RESTART_WILL_NOT_HELP);
      }
      case MinerHttpServer.Opening.Listening(MinerHttpServer server) -> {
        OperatorFiles files = OperatorFiles.of(config, foundations, server.port(), events);
        files.takeUp();
        runner.start();
        files.keep(runner);
        RetryDesk retries = new RetryDesk(store, store, clock, new StepEvents());
        Mailbox mailbox = RetryDesk.mailbox(config.storage().stateDir());
        runner.every(RETRIES_EVERY, "requests to send again", () -> retries.look(mailbox));
        Thread.ofVirtual().name("model-lists").start(foundations.rack()::checkModelLists);
        Trust.warn(foundations.rack().signers(), clock, new TrustEvents());
        ChainDuties duties = ChainDuties.takeUp(config, foundations, server.port());
        events.started(Version.current(), foundations.hotkey().address().toString());
        yield new Start.Running(
            new Miner(foundations, store, runner, server, duties, files, events));
      }
    };
  }

  private static TaskRunner runner(
      MinerConfig config, Foundations foundations, SqlTaskStore store) {
    return new TaskRunner(
        new StepParts(
            store, store, foundations.rack().planner(), foundations.gate(), foundations.courier()),
        store.schedules(),
        new StepLimits(
            config.limits().maxConcurrentTasks(),
            config.limits().taskTimeout(),
            config.delivery().grace(),
            config.limits().maxTaskAge(),
            config.limits().cleanUpInterval(),
            config.storage().saveLocally()
                ? Optional.of(config.storage().outputDir())
                : Optional.empty()),
        STOP_WITHIN,
        foundations.clock(),
        Pause.real(),
        new StepEvents());
  }

  private static Start refused(Foundations foundations, String reason, int exitCode) {
    foundations.registry().close();
    return new Start.Refused(List.of(reason), exitCode);
  }

  /** The port that validators call. */
  public int port() {
    return server.port();
  }

  /** Takes no more requests, finishes answers, keeps every task for the next start. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    events.stopping();
    duties.close();
    server.close();
    runner.stop();
    files.close();
    foundations.registry().close();
    store.close();
    events.stopped();
  }
}
