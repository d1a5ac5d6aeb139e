package io.gasminer.gascli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that look at a wallet and make hotkeys. */
@Command(
    name = "wallet",
    description = "The hotkey that the miner signs with",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
@Subcommands({
  WalletShowCommand.class,
  WalletNewHotkeyCommand.class,
  WalletRegenHotkeyCommand.class
})
final class WalletCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "");
  }
}
