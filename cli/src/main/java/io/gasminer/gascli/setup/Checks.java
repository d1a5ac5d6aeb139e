package io.gasminer.gascli.setup;

import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.gascli.probe.Provider;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.config.Secret;
import io.gasminer.miner.config.WalletSettings;
import io.gasminer.miner.wallet.Prompt;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tries answers for real: none costs anything, none changes anything, each ends in bounded time.
 */
public interface Checks {
  /** Whether the chain answers. */
  Finding chain(MinerConfig.Chain chain);

  /** Whether the hotkey is registered on the subnet. */
  Finding registration(MinerConfig.Chain chain, Ss58Address hotkey);

  /** Whether the hotkey can sign, asking for its password where that has to be typed. */
  WalletLook wallet(WalletSettings wallet, Prompt prompt);

  /** Whether the provider takes the key. */
  Finding key(Provider provider, URI base, Secret key);

  /** Whether the miner can listen there. */
  Finding port(String address, int port);

  /**
   * Whether validators could reach that address.
   *
   * @param address as given; empty when it is to be found
   */
  Finding externalAddress(Optional<String> address, int port);

  /** Whether the miner can write there. */
  Finding folder(Path folder);

  /**
   * What was found of a wallet.
   *
   * @param hotkey its address, where it could be told
   */
  record WalletLook(Finding finding, Optional<Ss58Address> hotkey) {}

  /** Believes everything. */
  static Checks none() {
    return new NoChecks();
  }
}
