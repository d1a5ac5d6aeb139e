package io.gasminer.gascli;

import io.gasminer.gascli.charge.Charge;
import io.gasminer.gascli.process.Stopping;
import java.time.Duration;
import picocli.CommandLine;

/** Owns what is said of a stop, and the exit code that goes with it. */
record StopWords(CommandLine line) {
  int tell(Stopping.Outcome outcome) {
    return switch (outcome) {
      case Stopping.Outcome.NothingRan() -> said("No miner ran.");
      case Stopping.Outcome.Stopped(Duration took) ->
          said("The miner has stopped, after %.1f s.".formatted(took.toMillis() / 1000.0));
      case Stopping.Outcome.Killed(Duration took) ->
          said(
              "The miner did not stop by itself and was killed after "
                  + took.toSeconds()
                  + " s; what it had accepted is kept for the next start.");
      case Stopping.Outcome.NotOurs(ProcessHandle miner) -> {
        Charge charge = Charge.of(miner.pid());
        line.getErr()
            .println(
                "A miner runs (process "
                    + miner.pid()
                    + "), but gascli did not start it and does not stop it: in charge is "
                    + charge.words()
                    + ". Next step: "
                    + charge.stop());
        yield GasCli.WRONG_USE;
      }
      case Stopping.Outcome.StillRuns(ProcessHandle process) -> {
        line.getErr()
            .println(
                "Process "
                    + process.pid()
                    + " still runs. Next step: run this as the user that started it.");
        yield GasCli.AGAIN;
      }
    };
  }

  private int said(String text) {
    line.getOut().println(text);
    return 0;
  }
}
