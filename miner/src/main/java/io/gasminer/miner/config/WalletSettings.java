package io.gasminer.miner.config;

import io.gasminer.bittensor.wallet.WalletFolder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Owns which hotkey is meant, and where the password of an encrypted one comes from.
 *
 * @param password the password itself; it wins over the file
 */
public record WalletSettings(
    WalletFolder folder, String hotkey, Optional<Secret> password, Optional<Path> passwordFile) {
  /** The hotkey's file. */
  public Path hotkeyFile() {
    return folder.hotkey(hotkey);
  }
}
