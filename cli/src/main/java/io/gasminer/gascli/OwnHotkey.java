package io.gasminer.gascli;

import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.bittensor.wallet.HotkeyFile;
import io.gasminer.bittensor.wallet.HotkeyFile.Loaded;
import io.gasminer.miner.config.WalletSettings;
import java.util.Optional;

/** Owns what can be said of this miner's hotkey without asking for its password. */
final class OwnHotkey {
  private OwnHotkey() {}

  /** Its address: from its file, else from the public one beside it. */
  static Optional<Ss58Address> address(WalletSettings wallet) {
    return of(HotkeyFile.load(wallet.hotkeyFile()))
        .or(() -> of(HotkeyFile.load(wallet.folder().hotkeyPublic(wallet.hotkey()))));
  }

  private static Optional<Ss58Address> of(Loaded loaded) {
    return switch (loaded) {
      case Loaded.Signing signing -> Optional.of(signing.hotkey().address());
      case Loaded.AddressOnly(Ss58Address address) -> Optional.of(address);
      case Loaded.Encrypted _, Loaded.Ed25519 _, Loaded.Missing _, Loaded.Damaged _ ->
          Optional.empty();
    };
  }
}
