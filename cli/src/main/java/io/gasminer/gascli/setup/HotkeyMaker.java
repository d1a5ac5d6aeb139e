package io.gasminer.gascli.setup;

import io.gasminer.miner.config.WalletSettings;

/** Makes a hotkey and writes its file, as {@code gascli wallet new-hotkey} does. */
@FunctionalInterface
public interface HotkeyMaker {
  /** Whether it was made; what went wrong was said. */
  boolean make(WalletSettings wallet, boolean encrypted);
}
