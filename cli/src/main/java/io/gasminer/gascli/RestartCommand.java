package io.gasminer.gascli;

import io.gasminer.gascli.process.Kept;
import io.gasminer.gascli.process.ProgressLine;
import io.gasminer.gascli.process.Stopping;
import io.gasminer.gascli.process.Supervision;
import io.gasminer.miner.task.Pause;
import io.gasminer.miner.wallet.Prompt;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops the miner in the background and starts it anew, with the flags it had. */
@Command(
    name = "restart",
    description = {
      "Restart the generative miner in the background",
      "",
      "Reads .env.gen_miner anew; the flags of the last start are kept, unless others are given."
          + " What would keep the miner from starting is said before the one that runs is stopped."
    },
    mixinStandardHelpOptions = true)
final class RestartCommand implements Callable<Integer>, Settled.Taking {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Settled settled = new Settled();

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "how long to wait for the miner's first answer (default ${DEFAULT-VALUE})",
      defaultValue = "60")
  private int wait;

  @Override
  public Integer call() throws InterruptedException {
    Path stateDir = settled.storage(spec).stateDir();
    Supervision found = Supervision.of(stateDir);
    StopWords stopWords = new StopWords(spec.commandLine());
    if (found.condition() == Supervision.Condition.FOREIGN) {
      return stopWords.tell(new Stopping.Outcome.NotOurs(found.miner().orElseThrow()));
    }
    Kept kept = Kept.of(found);
    ChosenSettings chosen =
        ChosenSettings.from(kept.arguments())
            .and(new ChosenSettings(settled.file(), SettingFlags.given(spec)));
    StartWords words = new StartWords(spec.commandLine());
    BackgroundStart start =
        new BackgroundStart(spec.commandLine(), words, Duration.ofSeconds(wait));
    boolean portIsOurs = found.miner().isPresent();
    return switch (start.look(chosen, kept.password(), portIsOurs)) {
      case BackgroundStart.Looked.Wrong(var problems) -> {
        if (portIsOurs) {
          words.note("the miner that runs goes on as it was");
        }
        yield words.refused(problems);
      }
      case BackgroundStart.Looked.Right right -> {
        int stopped = stopWords.tell(stopping().stop(stateDir));
        yield stopped == 0 ? start.launch(chosen, right) : stopped;
      }
    };
  }

  private Stopping stopping() {
    return new Stopping(
        new ProgressLine(spec.commandLine().getOut(), Prompt.console().isPresent()),
        InstantSource.system(),
        Pause.real());
  }
}
