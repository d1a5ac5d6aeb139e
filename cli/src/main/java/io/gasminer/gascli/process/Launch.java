package io.gasminer.gascli.process;

import io.gasminer.miner.task.Pause;
import io.gasminer.miner.vitals.VitalsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Owns one start in the background: the supervisor, and the wait until the miner answers.
 *
 * @param arguments what {@code generator run} is given
 * @param listening the address in the settings
 * @param logFile the miner's own log
 */
public record Launch(
    Path stateDir, List<String> arguments, String listening, int port, Path logFile) {
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final Duration SUPERVISOR_WITHIN = Duration.ofSeconds(20);
  private static final int LAST_WORDS = 15;

  /** What the wait needs. */
  public record Waiting(
      Duration longest, ProgressLine progress, InstantSource clock, Pause pause) {}

  /**
   * Starts the supervisor and waits.
   *
   * @param password of an encrypted hotkey, when a person typed it
   * @throws IOException when no process can be started, or the state folder not be written
   */
  public Arrival start(Optional<String> password, Waiting waiting)
      throws IOException, InterruptedException {
    ProcessTail words = ProcessTail.fromNow(ProcessFolder.in(stateDir).log());
    Orders orders =
        new Orders(
            stateDir,
            0,
            0,
            new Account.Serving(
                MinerCommand.with(arguments), Health.reachable(listening), port, logFile));
    SupervisorLaunch.start(orders, password);
    return await(words, waiting);
  }

  /** Waits for a miner that somebody else has just started. */
  public Arrival join(Waiting waiting) throws InterruptedException {
    return await(ProcessTail.fromNow(ProcessFolder.in(stateDir).log()), waiting);
  }

  private Arrival await(ProcessTail words, Waiting waiting) throws InterruptedException {
    Instant begin = waiting.clock().instant();
    try {
      while (true) {
        Duration waited = Duration.between(begin, waiting.clock().instant());
        Supervision now = Supervision.of(stateDir);
        Optional<Account> told =
            now.account()
                .filter(account -> account.since().isAfter(begin.minusSeconds(1)) || now.hasTold());
        if (told.isPresent()) {
          Optional<Arrival> arrival = arrived(now, told.get(), words);
          if (arrival.isPresent()) {
            return arrival.get();
          }
          if (waited.compareTo(waiting.longest()) > 0) {
            return new Arrival.NotYet(told.get(), words.last(LAST_WORDS));
          }
        } else if (waited.compareTo(SUPERVISOR_WITHIN) > 0) {
          return new Arrival.NoSupervisor(words.last(LAST_WORDS));
        }
        waiting.progress().say(told.map(Launch::phase).orElse("Starting"), waited.toSeconds());
        waiting.pause().forAbout(LOOK_EVERY);
      }
    } finally {
      waiting.progress().end();
    }
  }

  private Optional<Arrival> arrived(Supervision now, Account told, ProcessTail words) {
    if (!told.state().isMeantToRun()) {
      return Optional.of(new Arrival.Ended(told, words.last(LAST_WORDS)));
    }
    if (now.miner().isEmpty() || told.state() != Account.State.RUNNING) {
      return Optional.empty();
    }
    if (!Health.answers(told.serving().host(), told.serving().port())) {
      return Optional.empty();
    }
    return Optional.of(
        hasNoService(now) ? new Arrival.WithoutServices(told) : new Arrival.Healthy(told));
  }

  // What it tells its operator; validators hear the same as a 503.
  private boolean hasNoService(Supervision now) {
    return VitalsFile.read(stateDir)
        .filter(vitals -> now.miner().filter(miner -> miner.pid() == vitals.pid()).isPresent())
        .filter(
            vitals -> vitals.services().stream().allMatch(service -> service.rest().isPresent()))
        .isPresent();
  }

  private static String phase(Account account) {
    return switch (account.state()) {
      case BACKOFF ->
          "The miner ended ("
              + account.history().lastExit().map(LastExit::reason).orElse("")
              + ") and is started again";
      default ->
          "The miner starts (process "
              + account.miner().map(running -> Long.toString(running.pid())).orElse("?")
              + ")";
    };
  }
}
