package io.gasminer.gascli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that tell whom verification trusts. */
@Command(
    name = "trust",
    description = "Whom the verification of credentials trusts",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
@Subcommands({TrustListCommand.class, TrustUpdateCommand.class})
final class TrustCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "");
  }
}
