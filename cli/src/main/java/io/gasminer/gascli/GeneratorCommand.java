package io.gasminer.gascli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands of the generative miner. */
@Command(
    name = "generator",
    aliases = {"g", "gen"},
    description = "Generative miner management commands",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
@Subcommands({
  RunCommand.class,
  StartCommand.class,
  StopCommand.class,
  RestartCommand.class,
  DeleteCommand.class,
  LogsCommand.class,
  InfoCommand.class,
  GeneratorStatusCommand.class,
  PerformanceCommand.class,
  RefreshCommand.class,
  VerifyC2paCommand.class
})
final class GeneratorCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "");
  }
}
