package io.gasminer.gascli.process;

import io.gasminer.miner.task.Pause;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Owns the stop of what gascli supervises, and of nothing else.
 *
 * @param progress tells that it takes time
 */
public record Stopping(ProgressLine progress, InstantSource clock, Pause pause) {
  // The supervisor gives the miner 30 s before it kills it.
  private static final Duration LONGEST = Duration.ofSeconds(45);
  private static final Duration ALONE = Duration.ofSeconds(30);
  private static final int KILLED = 137;
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  /** What came of it. */
  public sealed interface Outcome {
    /** No miner ran. */
    record NothingRan() implements Outcome {}

    /** It is down. */
    record Stopped(Duration took) implements Outcome {}

    /** It did not stop when it was asked, and was killed; what it had accepted is kept. */
    record Killed(Duration took) implements Outcome {}

    /** Another one is in charge of the miner that runs; it was not touched. */
    record NotOurs(ProcessHandle miner) implements Outcome {}

    /** It still runs; only the owner of the process, or root, can end it. */
    record StillRuns(ProcessHandle process) implements Outcome {}
  }

  /** Stops supervisor and miner, and waits until both are down. */
  public Outcome stop(Path stateDir) throws InterruptedException {
    Supervision found = Supervision.of(stateDir);
    return switch (found.condition()) {
      case NONE, LOST -> {
        forget(found);
        yield new Outcome.NothingRan();
      }
      case FOREIGN -> new Outcome.NotOurs(found.miner().orElseThrow());
      case SUPERVISED -> asTold(end(found.supervisor().orElseThrow(), LONGEST), stateDir);
      case ORPHANED -> {
        Outcome outcome = end(found.miner().orElseThrow(), ALONE);
        forget(found);
        yield outcome;
      }
    };
  }

  private Outcome end(ProcessHandle process, Duration patience) throws InterruptedException {
    Instant begin = clock.instant();
    process.destroy();
    boolean killed = false;
    while (Living.runs(process)) {
      Duration waited = Duration.between(begin, clock.instant());
      if (waited.compareTo(patience.plusSeconds(5)) > 0) {
        progress.end();
        return new Outcome.StillRuns(process);
      }
      if (!killed && waited.compareTo(patience) > 0) {
        killed = true;
        process.destroyForcibly();
      }
      progress.say("The miner finishes its answers and stops", waited.toSeconds());
      pause.forAbout(LOOK_EVERY);
    }
    progress.end();
    Duration took = Duration.between(begin, clock.instant());
    return killed ? new Outcome.Killed(took) : new Outcome.Stopped(took);
  }

  // The supervisor, too, kills a miner that does not stop, and tells that.
  private static Outcome asTold(Outcome outcome, Path stateDir) {
    return outcome instanceof Outcome.Stopped(Duration took)
            && Supervision.of(stateDir)
                .account()
                .flatMap(account -> account.history().lastExit())
                .filter(exit -> exit.code() == KILLED && took.compareTo(ALONE) >= 0)
                .isPresent()
        ? new Outcome.Killed(took)
        : outcome;
  }

  // Nobody is left who could tell that it was stopped.
  private void forget(Supervision found) {
    found
        .account()
        .filter(account -> account.state().isMeantToRun())
        .map(account -> account.endedAs(Account.State.STOPPED))
        .ifPresent(
            account -> {
              try {
                new AccountFile(ProcessFolder.in(found.stateDir()).account()).write(account);
              } catch (java.io.IOException notWritable) {
                progress.end();
              }
            });
  }
}
