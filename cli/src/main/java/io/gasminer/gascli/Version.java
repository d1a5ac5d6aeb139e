package io.gasminer.gascli;

import picocli.CommandLine.IVersionProvider;

/** Tells picocli the version. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"gas-miner " + io.gasminer.miner.Version.current()};
  }
}
