package io.gasminer.gascli.status;

import io.gasminer.gascli.process.Account;
import io.gasminer.gascli.process.Healing;
import io.gasminer.gascli.process.Supervision;
import io.gasminer.miner.task.Pause;
import java.nio.file.Path;
import java.util.Optional;

/** Owns the way to the supervisor that {@code gascli generator start} leaves behind. */
public record OwnSupervision(Path stateDir, Pause pause) implements SupervisionReading {
  @Override
  public Optional<Supervised> read() {
    Supervision found = Supervision.of(stateDir);
    return found.account().map(account -> told(account, found));
  }

  private static Supervised told(Account account, Supervision found) {
    return new Supervised(
        switch (account.state()) {
          case STARTING -> Supervised.Phase.STARTING;
          case RUNNING -> Supervised.Phase.RUNNING;
          case BACKOFF -> Supervised.Phase.BACKOFF;
          case STOPPED -> Supervised.Phase.STOPPED;
          case FAILED -> Supervised.Phase.FAILED;
        },
        found.supervisor().map(ProcessHandle::pid),
        needsHealing(found),
        account.miner().map(Account.Running::pid),
        account.history().restarts(),
        account
            .history()
            .lastExit()
            .map(exit -> new Supervised.LastExit(exit.code(), exit.at(), exit.reason())),
        account.history().nextStartAt());
  }

  private static boolean needsHealing(Supervision found) {
    return switch (found.condition()) {
      case ORPHANED, LOST -> true;
      case NONE, SUPERVISED, FOREIGN -> false;
    };
  }

  @Override
  public Optional<String> heal() throws InterruptedException {
    return switch (new Healing(pause).heal(stateDir)) {
      case Healing.Outcome.Sound _ -> Optional.empty();
      case Healing.Outcome.Adopted _ ->
          Optional.of(
              "gascli's supervisor had died, and another was started for the miner, which ran on:"
                  + " nothing is lost");
      case Healing.Outcome.StartedAgain _ ->
          Optional.of(
              "the miner and gascli's supervisor had both died, and are started again: tasks that"
                  + " were under way go on. Next step: gascli generator logs shows why");
      case Healing.Outcome.Failed(var _, String why) ->
          Optional.of(
              "gascli's supervisor has died, and " + why + ". Next step: gascli generator start");
    };
  }
}
