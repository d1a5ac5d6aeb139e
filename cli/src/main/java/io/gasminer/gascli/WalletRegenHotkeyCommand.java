package io.gasminer.gascli;

import io.gasminer.bittensor.wallet.NewHotkey;
import io.gasminer.miner.wallet.Prompt;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the file of a hotkey anew from its phrase, which is asked for and never shown. */
@Command(
    name = "regen-hotkey",
    description = {
      "Write a hotkey's file anew from its phrase",
      "",
      "The phrase is asked for at the terminal and not shown. It is no argument, because what"
          + " stands on a command line is seen by every user of the machine."
    },
    footer = {
      "",
      "Examples:",
      "  gascli wallet regen-hotkey --wallet.name miner1 --wallet.hotkey default"
    },
    mixinStandardHelpOptions = true)
final class WalletRegenHotkeyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private WalletOptions options = new WalletOptions();
  @Mixin private HotkeyMaking making = new HotkeyMaking();

  @Override
  public Integer call() {
    return run(
        new HotkeyMaking.Desk(
            options.settings(spec),
            Prompt.terminal(),
            spec.commandLine().getOut(),
            spec.commandLine().getErr()),
        making);
  }

  static int run(HotkeyMaking.Desk desk, HotkeyMaking making) {
    if (!making.mayWrite(desk)) {
      return GasCli.WRONG_USE;
    }
    Optional<char[]> phrase = desk.prompt().ask("Phrase of the hotkey (12 to 24 words)");
    if (phrase.isEmpty()) {
      desk.err().println("The phrase is asked for at a terminal, and there is none here.");
      return GasCli.WRONG_USE;
    }
    NewHotkey.Recovered recovered = NewHotkey.ofPhrase(phrase.get());
    Arrays.fill(phrase.get(), '\0');
    return switch (recovered) {
      case NewHotkey.Recovered.Refused(String reason) -> {
        desk.err().println("The phrase " + reason + ". Nothing was written; run it again.");
        yield GasCli.WRONG_USE;
      }
      case NewHotkey.Recovered.Key(NewHotkey hotkey) -> {
        try (hotkey) {
          yield making.write(desk, hotkey, false, new SecureRandom());
        }
      }
    };
  }
}
