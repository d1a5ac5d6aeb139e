package io.gasminer.gascli;

import io.gasminer.gascli.process.ProgressLine;
import io.gasminer.gascli.process.Stopping;
import io.gasminer.miner.task.Pause;
import io.gasminer.miner.wallet.Prompt;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops the miner that gascli runs in the background. */
@Command(
    name = "stop",
    description = {
      "Stop the generative miner that runs in the background",
      "",
      "Answers under way are finished, and tasks are kept for the next start. Waits until it is"
          + " down. Ends with 0 when no miner runs any more, 2 when another one than gascli is in"
          + " charge of it."
    },
    mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer>, Settled.Taking {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Settled settled = new Settled();

  @Override
  public Integer call() throws InterruptedException {
    Stopping stopping =
        new Stopping(
            new ProgressLine(spec.commandLine().getOut(), Prompt.console().isPresent()),
            InstantSource.system(),
            Pause.real());
    return new StopWords(spec.commandLine()).tell(stopping.stop(settled.storage(spec).stateDir()));
  }
}
