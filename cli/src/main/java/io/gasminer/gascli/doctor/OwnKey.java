package io.gasminer.gascli.doctor;

import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.bittensor.wallet.HotkeyFile;
import io.gasminer.bittensor.wallet.HotkeyFile.Loaded;
import io.gasminer.miner.config.WalletSettings;
import io.gasminer.miner.wallet.HotkeyLoading;
import io.gasminer.miner.wallet.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns what loading the hotkey came to, with the password that the settings name and nobody asked.
 *
 * @param address also known where only the public file can be read
 * @param locked whether it is encrypted
 */
record OwnKey(
    Optional<Ss58Address> address, boolean locked, List<String> problems, List<String> notes) {
  static Shared<OwnKey> of(WalletSettings wallet) {
    return Shared.reckoning(() -> load(wallet));
  }

  private static OwnKey load(WalletSettings wallet) {
    List<String> problems = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Loaded file = HotkeyFile.load(wallet.hotkeyFile());
    Optional<Hotkey> hotkey = new HotkeyLoading(wallet, Prompt.nobody(), notes::add).load(problems);
    return new OwnKey(
        hotkey
            .map(Hotkey::address)
            .or(() -> address(file))
            .or(() -> address(HotkeyFile.load(wallet.folder().hotkeyPublic(wallet.hotkey())))),
        file instanceof Loaded.Encrypted,
        problems,
        notes);
  }

  private static Optional<Ss58Address> address(Loaded loaded) {
    return switch (loaded) {
      case Loaded.Signing signing -> Optional.of(signing.hotkey().address());
      case Loaded.AddressOnly(Ss58Address address) -> Optional.of(address);
      case Loaded.Encrypted _, Loaded.Ed25519 _, Loaded.Missing _, Loaded.Damaged _ ->
          Optional.empty();
    };
  }
}
