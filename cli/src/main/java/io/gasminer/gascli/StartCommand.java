package io.gasminer.gascli;

import io.gasminer.gascli.process.Healing;
import io.gasminer.gascli.process.Supervision;
import io.gasminer.miner.task.Pause;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the miner in the background, under a supervisor, and waits until it answers. */
@Command(
    name = "start",
    description = {
      "Start the generative miner in the background",
      "",
      "Checks configuration, wallet, keys, folders and port first and names all that is wrong."
          + " Then starts the miner under a supervisor, which restarts it when it dies, and waits"
          + " until it answers. It goes on when the terminal is closed. Ends with 0 when the miner"
          + " answers or ran already, 1 when trying again may help, 2 when something has to be"
          + " mended first.",
      "",
      "Every setting of .env.gen_miner that is no secret is a flag too; flags win over the"
          + " environment, and it wins over the file."
    },
    mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer>, Settled.Taking {
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
    ChosenSettings chosen = new ChosenSettings(settled.file(), SettingFlags.given(spec));
    StartWords words = new StartWords(spec.commandLine());
    Healing.Outcome found = new Healing(Pause.real()).heal(stateDir());
    Supervision now = found.supervision();
    if (now.condition() == Supervision.Condition.FOREIGN) {
      return words.foreign(now);
    }
    BackgroundStart start =
        new BackgroundStart(spec.commandLine(), words, Duration.ofSeconds(wait));
    return now.condition() == Supervision.Condition.NONE
        ? start.start(chosen, Optional.empty(), false)
        : start.already(found);
  }

  private Path stateDir() {
    return settled.storage(spec).stateDir();
  }

  /** The file with the settings, where it was named or is there. */
  Optional<Path> file() {
    return settled.file();
  }
}
