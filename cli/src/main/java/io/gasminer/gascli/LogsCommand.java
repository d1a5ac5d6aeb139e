package io.gasminer.gascli;

import io.gasminer.gascli.process.LogView;
import io.gasminer.gascli.process.Supervision;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.events.Logs;
import io.gasminer.miner.task.Pause;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows the end of the miner's log, and what comes after it. */
@Command(
    name = "logs",
    description = {
      "Show the generative miner's log",
      "",
      "The newest lines, also from files that were put aside. What the process itself printed is"
          + " added where the log does not tell the end: a miner that died before it could write."
          + " With --follow new lines are shown as they come, over restarts and new files, until"
          + " Ctrl-C."
    },
    mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer>, Settled.Taking {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Settled settled = new Settled();

  @Option(
      names = {"--lines", "-n"},
      paramLabel = "N",
      description = "how many lines (default ${DEFAULT-VALUE})",
      defaultValue = "50")
  private int lines;

  @Option(
      names = {"--follow", "-f"},
      description = "go on with what is written, until Ctrl-C")
  private boolean follow;

  @Override
  public Integer call() throws InterruptedException {
    if (lines < 0) {
      throw new ParameterException(spec.commandLine(), "--lines: give a number from 0 upwards");
    }
    MinerConfig.Storage storage = settled.storage(spec);
    LogView view =
        new LogView(
            Logs.file(storage.outputDir()), Supervision.of(storage.stateDir()).processLog());
    try {
      boolean shown = view.show(lines, spec.commandLine().getOut());
      if (follow) {
        return view.follow(spec.commandLine().getOut(), Pause.real());
      }
      return shown ? 0 : nothing(view);
    } catch (IOException unreadable) {
      spec.commandLine()
          .getErr()
          .println(
              "The log cannot be read ("
                  + unreadable
                  + "). Next step: run this as the user that the miner runs as.");
      return GasCli.AGAIN;
    }
  }

  private int nothing(LogView view) {
    spec.commandLine()
        .getErr()
        .println(
            "There is no log at "
                + view.log()
                + " yet. Next step: 'gascli generator start', or give the settings that the miner"
                + " was started with (--env-file, MINER_OUTPUT_DIR).");
    return GasCli.AGAIN;
  }
}
