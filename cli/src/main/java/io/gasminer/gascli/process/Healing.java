package io.gasminer.gascli.process;

import io.gasminer.miner.task.Pause;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Owns the mending of a supervision whose supervisor was killed.
 *
 * <p>For every command that looks: a miner that runs on alone gets a new supervisor, which learns
 * the miner's environment from the system; where the miner is gone too, and nobody stopped it, it
 * is started again as it was. Thread-safe.
 *
 * @param pause how it waits
 */
public record Healing(Pause pause) {
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final int LOOKS = 100;

  /** What came of it; {@code supervision} is how things stand afterwards. */
  public sealed interface Outcome {
    /** How things stand now. */
    Supervision supervision();

    /** There was nothing to mend. */
    record Sound(Supervision supervision) implements Outcome {}

    /** The miner had run on without a supervisor, and has one again. */
    record Adopted(Supervision supervision) implements Outcome {}

    /** Supervisor and miner were gone; the supervisor is back and starts the miner. */
    record StartedAgain(Supervision supervision) implements Outcome {}

    /** No supervisor could be started; a miner that runs goes on. The reason is for people. */
    record Failed(Supervision supervision, String why) implements Outcome {}
  }

  /** Mends what there is to mend; waits ten seconds at most. */
  public Outcome heal(Path stateDir) throws InterruptedException {
    Supervision found = Supervision.of(stateDir);
    Optional<Account> account = found.account();
    return switch (found.condition()) {
      case NONE, SUPERVISED, FOREIGN -> new Outcome.Sound(found);
      case ORPHANED, LOST ->
          account.isPresent() ? heal(found, account.get()) : new Outcome.Sound(found);
    };
  }

  private Outcome heal(Supervision found, Account account) throws InterruptedException {
    long adopt = found.miner().map(ProcessHandle::pid).orElse(0L);
    int restarts = account.history().restarts() + (adopt == 0 ? 1 : 0);
    Orders orders = new Orders(found.stateDir(), adopt, restarts, account.serving());
    try {
      SupervisorLaunch.start(orders, Optional.empty());
    } catch (IOException notStarted) {
      return new Outcome.Failed(found, "no supervisor could be started (" + notStarted + ")");
    }
    for (int look = 0; look < LOOKS; look++) {
      pause.forAbout(LOOK_EVERY);
      Supervision now = Supervision.of(found.stateDir());
      if (now.hasTold()) {
        return adopt == 0 ? new Outcome.StartedAgain(now) : new Outcome.Adopted(now);
      }
    }
    return new Outcome.Failed(
        found, "the new supervisor does not report; " + found.processLog() + " says why");
  }
}
