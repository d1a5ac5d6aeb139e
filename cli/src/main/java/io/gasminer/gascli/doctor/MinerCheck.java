package io.gasminer.gascli.doctor;

import io.gasminer.gascli.charge.Charge;
import io.gasminer.gascli.process.Account;
import io.gasminer.gascli.process.LastExit;
import io.gasminer.gascli.process.Supervision;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Whether a miner runs on the state folder, and who starts it again when it ends.
 *
 * @param charges tells who is in charge of a process
 * @param supervision what the supervisor that gascli leaves behind has told
 */
record MinerCheck(
    Path stateDir,
    Shared<OptionalLong> miner,
    LongFunction<Charge> charges,
    Supplier<Supervision> supervision)
    implements Check {
  private static final String LOG = "'gascli generator logs' shows why";

  @Override
  public String subject() {
    return "miner";
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    OptionalLong pid = miner.get();
    return List.of(pid.isPresent() ? running(pid.getAsLong()) : absent(supervision.get()));
  }

  private Finding running(long process) {
    String what = "process " + process + " runs on " + stateDir;
    Charge charge = charges.apply(process);
    if (!(charge instanceof Charge.Hand || charge instanceof Charge.Gone)) {
      return new Finding.Ok(what + ", in charge: " + charge.words());
    }
    return supervision.get().condition() == Supervision.Condition.ORPHANED
        ? new Finding.Warning(
            what + " without gascli's supervisor, which has died",
            "when it ends, nothing starts it again",
            "'gascli generator status' gives it another; nothing is lost")
        : new Finding.Warning(
            what + ", started by hand",
            "when it ends, nothing starts it again",
            "'gascli generator start', the systemd unit or PM2 keep it running");
  }

  private Finding absent(Supervision found) {
    String ended =
        found
            .account()
            .flatMap(told -> told.history().lastExit())
            .map(LastExit::reason)
            .orElse("?");
    Optional<Account.State> state = found.account().map(Account::state);
    if (found.condition() == Supervision.Condition.LOST) {
      return Finding.lasting(
          "miner and supervisor have both died on " + stateDir,
          "no validator is answered",
          "'gascli generator start'; tasks that were under way go on");
    }
    if (state.equals(Optional.of(Account.State.FAILED))) {
      return Finding.lasting(
          "the miner ended (" + ended + ") and is not started again",
          "no validator is answered",
          LOG + "; then 'gascli generator start'");
    }
    if (found.condition() == Supervision.Condition.SUPERVISED) {
      return Finding.passing(
          "the miner does not run at this moment (it ended: " + ended + ")",
          "its supervisor starts it again",
          LOG);
    }
    return new Finding.Ok("none runs on " + stateDir + "; 'gascli generator start' starts it");
  }
}
