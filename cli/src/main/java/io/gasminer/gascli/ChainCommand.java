package io.gasminer.gascli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that ask the chain, and tell it where the miner can be reached. */
@Command(
    name = "chain",
    description = "What the chain says: its state, the metagraph, the announced axon",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
@Subcommands({ChainStatusCommand.class, ChainMetagraphCommand.class, ChainServeAxonCommand.class})
final class ChainCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "");
  }
}
