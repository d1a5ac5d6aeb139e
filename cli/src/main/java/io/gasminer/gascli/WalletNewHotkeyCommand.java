package io.gasminer.gascli;

import io.gasminer.bittensor.wallet.NewHotkey;
import io.gasminer.miner.wallet.Prompt;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a hotkey that the official wallet loads too. */
@Command(
    name = "new-hotkey",
    description = {
      "Make a hotkey and write its file, as the official wallet does",
      "",
      "The file is the owner's alone (mode 0600) from its first byte. The phrase is shown once."
    },
    footer = {
      "",
      "Examples:",
      "  gascli wallet new-hotkey",
      "  gascli wallet new-hotkey --wallet.name miner1 --wallet.hotkey second"
    },
    mixinStandardHelpOptions = true)
final class WalletNewHotkeyCommand implements Callable<Integer> {
  private static final Set<Integer> LENGTHS = Set.of(12, 15, 18, 21, 24);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private WalletOptions options = new WalletOptions();
  @Mixin private HotkeyMaking making = new HotkeyMaking();

  @Option(
      names = "--words",
      paramLabel = "N",
      defaultValue = "12",
      description = "length of the phrase: 12, 15, 18, 21 or 24 (default 12)")
  private int words;

  @Option(
      names = "--no-phrase",
      description = "make no phrase: the file is then the only copy of the key")
  private boolean noPhrase;

  @Override
  public Integer call() {
    if (!LENGTHS.contains(words)) {
      throw new ParameterException(
          spec.commandLine(), "--words: a phrase has 12, 15, 18, 21 or 24 words, not " + words);
    }
    HotkeyMaking.Desk desk =
        new HotkeyMaking.Desk(
            options.settings(spec),
            Prompt.terminal(),
            spec.commandLine().getOut(),
            spec.commandLine().getErr());
    return made(desk, making, noPhrase ? 0 : words);
  }

  /** Makes one with a phrase of twelve words, for whoever asks for it on the way. */
  static boolean make(HotkeyMaking.Desk desk, HotkeyMaking making) {
    return made(desk, making, 12) == 0;
  }

  private static int made(HotkeyMaking.Desk desk, HotkeyMaking making, int words) {
    if (!making.mayWrite(desk)) {
      return GasCli.WRONG_USE;
    }
    SecureRandom random = new SecureRandom();
    try (NewHotkey hotkey =
        words == 0 ? NewHotkey.withoutPhrase(random) : NewHotkey.withPhrase(words, random)) {
      return making.write(desk, hotkey, true, random);
    }
  }
}
