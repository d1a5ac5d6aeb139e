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

/** Owns nothing but the answer that nothing was checked. */
record NoChecks() implements Checks {
  private static final Finding UNCHECKED = new Finding.Fine("not checked");

  @Override
  public Finding chain(MinerConfig.Chain chain) {
    return UNCHECKED;
  }

  @Override
  public Finding registration(MinerConfig.Chain chain, Ss58Address hotkey) {
    return UNCHECKED;
  }

  @Override
  public WalletLook wallet(WalletSettings wallet, Prompt prompt) {
    return new WalletLook(UNCHECKED, Optional.empty());
  }

  @Override
  public Finding key(Provider provider, URI base, Secret key) {
    return UNCHECKED;
  }

  @Override
  public Finding port(String address, int port) {
    return UNCHECKED;
  }

  @Override
  public Finding externalAddress(Optional<String> address, int port) {
    return UNCHECKED;
  }

  @Override
  public Finding folder(Path folder) {
    return UNCHECKED;
  }
}
