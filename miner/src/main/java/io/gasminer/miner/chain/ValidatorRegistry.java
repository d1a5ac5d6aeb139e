package io.gasminer.miner.chain;

import io.gasminer.bittensor.epistula.SignerDirectory;

/**
 * Who is in the metagraph, from memory; what fills it (a file, the chain) is the implementation's.
 */
public interface ValidatorRegistry extends SignerDirectory, AutoCloseable {
  /** The snapshot in force. */
  MetagraphSnapshot snapshot();

  @Override
  void close();
}
