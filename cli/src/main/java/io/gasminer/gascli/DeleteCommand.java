package io.gasminer.gascli;

import io.gasminer.gascli.process.ProgressLine;
import io.gasminer.gascli.process.Stopping;
import io.gasminer.gascli.process.Traces;
import io.gasminer.miner.task.Pause;
import io.gasminer.miner.wallet.Prompt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops the miner in the background and forgets that it was started; nothing else is removed. */
@Command(
    name = "delete",
    description = {
      "Stop the generative miner and remove it from the background",
      "",
      "Removes what start has noted of the process, and only that: tasks, results, logs, wallet"
          + " and settings stay."
    },
    mixinStandardHelpOptions = true)
final class DeleteCommand implements Callable<Integer>, Settled.Taking {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Settled settled = new Settled();

  @Override
  public Integer call() throws InterruptedException {
    Path stateDir = settled.storage(spec).stateDir();
    Stopping stopping =
        new Stopping(
            new ProgressLine(spec.commandLine().getOut(), Prompt.console().isPresent()),
            InstantSource.system(),
            Pause.real());
    int stopped = new StopWords(spec.commandLine()).tell(stopping.stop(stateDir));
    return stopped == 0 ? remove(stateDir) : stopped;
  }

  private int remove(Path stateDir) {
    Traces traces = Traces.in(stateDir);
    try {
      traces.remove();
    } catch (IOException notOurs) {
      spec.commandLine()
          .getErr()
          .println(
              traces.folder()
                  + " cannot be removed ("
                  + notOurs
                  + "). Next step: run this as the user that started the miner.");
      return GasCli.AGAIN;
    }
    spec.commandLine()
        .getOut()
        .println(
            "Removed "
                + traces.folder()
                + ". Tasks, results, logs, wallet and settings are where they were.");
    return 0;
  }
}
