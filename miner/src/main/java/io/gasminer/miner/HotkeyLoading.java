package io.gasminer.miner;

import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.bittensor.wallet.HotkeyFile;
import io.gasminer.bittensor.wallet.LooseMode;
import io.gasminer.miner.events.MinerEvents;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Owns what the operator is told when the hotkey cannot sign. */
final class HotkeyLoading {
  private HotkeyLoading() {}

  static Optional<Hotkey> load(Path file, List<String> problems, MinerEvents events) {
    LooseMode.of(file).ifPresent(mode -> events.note(mode.advice()));
    return switch (HotkeyFile.load(file)) {
      case HotkeyFile.Loaded.Signing(Hotkey hotkey) -> Optional.of(hotkey);
      case HotkeyFile.Loaded.AddressOnly(Ss58Address address) ->
          fault(
              problems,
              file,
              "holds only the address "
                  + address
                  + ", so it cannot sign; copy the hotkey's own file to this machine");
      case HotkeyFile.Loaded.Encrypted(String format) ->
          fault(
              problems,
              file,
              "is encrypted ("
                  + format
                  + "), which this version does not read; give the miner a hotkey without a"
                  + " password (btcli wallet regen-hotkey)");
      case HotkeyFile.Loaded.Missing(Path path) ->
          fault(
              problems,
              file,
              "does not exist; set BT_WALLET_NAME, BT_WALLET_HOTKEY and BT_WALLET_PATH, or make"
                  + " the hotkey (btcli wallet new-hotkey)");
      case HotkeyFile.Loaded.Damaged(String reason) ->
          fault(problems, file, "cannot be used: " + reason);
    };
  }

  private static Optional<Hotkey> fault(List<String> problems, Path file, String what) {
    problems.add("the hotkey file " + file + " " + what);
    return Optional.empty();
  }
}
