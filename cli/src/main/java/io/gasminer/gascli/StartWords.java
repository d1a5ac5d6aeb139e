package io.gasminer.gascli;

import io.gasminer.gascli.charge.Charge;
import io.gasminer.gascli.process.Account;
import io.gasminer.gascli.process.Arrival;
import io.gasminer.gascli.process.Healing;
import io.gasminer.gascli.process.LastExit;
import io.gasminer.gascli.process.Supervision;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** Owns what {@code start} and {@code restart} say, and the exit code that goes with it. */
record StartWords(CommandLine line) {
  int refused(List<String> problems) {
    PrintWriter err = line.getErr();
    err.println("The miner is not started:");
    problems.forEach(problem -> err.println("  - " + problem));
    err.println(
        "Next step: mend "
            + (problems.size() == 1 ? "this" : "these")
            + " and run it again; 'gascli generator info' shows what is in force.");
    return GasCli.WRONG_USE;
  }

  void note(String text) {
    line.getErr().println("Note: " + text);
  }

  int arrived(Arrival arrival, Optional<String> hotkey) {
    return switch (arrival) {
      case Arrival.Healthy(Account account) -> {
        line.getOut().println("The miner runs and answers.");
        facts(account, hotkey);
        yield 0;
      }
      case Arrival.WithoutServices(Account account) -> {
        line.getOut().println("The miner runs.");
        facts(account, hotkey);
        line.getErr()
            .println(
                "It says that no service can be used now (503), so it refuses every challenge."
                    + " Next step: 'gascli generator logs' says which service is away, and why.");
        yield 0;
      }
      case Arrival.Ended(Account account, List<String> lastWords) -> {
        Optional<LastExit> exit = account.history().lastExit();
        line.getErr()
            .println(
                "The miner did not start ("
                    + exit.map(LastExit::reason).orElse("it was stopped")
                    + ").");
        said(lastWords, account);
        yield exit.filter(last -> last.code() == GasCli.WRONG_USE).isPresent()
            ? GasCli.WRONG_USE
            : GasCli.AGAIN;
      }
      case Arrival.NotYet(Account account, List<String> lastWords) -> {
        line.getErr()
            .println(
                "The miner does not answer yet; its supervisor (process "
                    + account.supervisorPid()
                    + ") goes on trying. Next step: 'gascli generator logs -f' shows what it waits"
                    + " for, 'gascli generator stop' gives up.");
        said(lastWords, account);
        yield GasCli.AGAIN;
      }
      case Arrival.NoSupervisor(List<String> lastWords) -> {
        line.getErr()
            .println("The supervisor did not come up, so nothing was started. What it said:");
        lastWords.forEach(word -> line.getErr().println("  " + word));
        yield GasCli.AGAIN;
      }
    };
  }

  int already(Healing.Outcome found) {
    Supervision now = found.supervision();
    healed(found);
    now.account()
        .ifPresent(
            account -> {
              line.getOut()
                  .println(
                      "The miner runs already, since "
                          + account
                              .miner()
                              .map(running -> Moments.local(running.startedAt()))
                              .orElse("a moment ago")
                          + ".");
              facts(account, Optional.empty());
            });
    return 0;
  }

  /** Says what was mended; nothing where nothing was. */
  void healed(Healing.Outcome outcome) {
    switch (outcome) {
      case Healing.Outcome.Sound _ -> {}
      case Healing.Outcome.Adopted(Supervision now) ->
          line.getErr()
              .println(
                  "Its supervisor had been killed; a new one"
                      + pid(now)
                      + " watches over the miner, which was not disturbed.");
      case Healing.Outcome.StartedAgain(Supervision now) ->
          line.getErr()
              .println(
                  "Supervisor and miner had been killed; a new supervisor"
                      + pid(now)
                      + " starts the miner again.");
      case Healing.Outcome.Failed(Supervision _, String why) ->
          line.getErr()
              .println(
                  "Nobody watches over the miner, and "
                      + why
                      + ". Next step: 'gascli generator restart'.");
    }
  }

  int foreign(Supervision now) {
    long pid = now.miner().map(ProcessHandle::pid).orElse(0L);
    Charge charge = Charge.of(pid);
    line.getOut()
        .println(
            "A miner runs already on "
                + now.stateDir()
                + " (process "
                + pid
                + "), and gascli did not start it: in charge is "
                + charge.words()
                + ". Nothing was started. To have gascli run it, stop that one first: "
                + charge.stop());
    return 0;
  }

  private static String pid(Supervision now) {
    return now.supervisor().map(process -> " (process " + process.pid() + ")").orElse("");
  }

  private void facts(Account account, Optional<String> hotkey) {
    PrintWriter out = line.getOut();
    account.miner().ifPresent(running -> out.println("  process:    " + running.pid()));
    out.println("  supervisor: " + account.supervisorPid());
    out.println("  port:       " + account.serving().port());
    hotkey.ifPresent(address -> out.println("  hotkey:     " + address));
    out.println("  log:        " + account.serving().logFile());
  }

  private void said(List<String> lastWords, Account account) {
    PrintWriter err = line.getErr();
    if (lastWords.isEmpty()) {
      err.println("Next step: look at its log, " + account.serving().logFile());
      return;
    }
    lastWords.forEach(word -> err.println("  " + word));
  }
}
