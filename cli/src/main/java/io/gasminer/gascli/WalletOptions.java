package io.gasminer.gascli;

import io.gasminer.bittensor.wallet.WalletFolder;
import io.gasminer.miner.config.WalletSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Owns which wallet and hotkey a command means: its flags, else what the miner would take. */
final class WalletOptions {
  @Mixin private Settled settled = new Settled();

  @Option(
      names = {"--name", "--wallet.name", "--wallet-name"},
      paramLabel = "NAME",
      description = "the wallet (default: BT_WALLET_NAME, else default)")
  private Optional<String> name = Optional.empty();

  @Option(
      names = {"--hotkey", "--wallet.hotkey", "--wallet-hotkey"},
      paramLabel = "NAME",
      description = "the hotkey in it (default: BT_WALLET_HOTKEY, else default)")
  private Optional<String> hotkey = Optional.empty();

  @Option(
      names = {"--path", "--wallet.path", "--wallet-path"},
      paramLabel = "FOLDER",
      description =
          "the folder of the wallets (default: BT_WALLET_PATH, else ~/.bittensor/wallets)")
  private Optional<String> path = Optional.empty();

  /**
   * The wallet that is meant.
   *
   * @throws ParameterException when a name is no name, or the settings cannot be read
   */
  WalletSettings settings(CommandSpec spec) {
    Map<String, String> flags = new LinkedHashMap<>();
    name.ifPresent(value -> flags.put("BT_WALLET_NAME", value));
    hotkey.ifPresent(value -> flags.put("BT_WALLET_HOTKEY", value));
    path.ifPresent(value -> flags.put("BT_WALLET_PATH", value));
    WalletSettings settings = settled.wallet(spec, flags);
    String wallet = String.valueOf(settings.folder().path().getFileName());
    for (String part : new String[] {wallet, settings.hotkey()}) {
      if (!WalletFolder.isName(part)) {
        throw new ParameterException(
            spec.commandLine(),
            "'%s' names no wallet or hotkey. Use letters, digits, and . _ - @ after the first."
                .formatted(part));
      }
    }
    return settings;
  }
}
