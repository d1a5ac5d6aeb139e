package io.gasminer.miner.chain;

import io.gasminer.bittensor.epistula.SignerDirectory;

/**
 * Who is in the metagraph, from memory; what fills it (a file, the chain) is the implementation's.
 */
public interface ValidatorRegistry extends SignerDirectory, AutoCloseable {
  /** The snapshot in force. */
  MetagraphSnapshot snapshot();

  /** Reads the metagraph anew, now; blocks until it is known what came of it. */
  Refresh refresh();

  @Override
  void close();
}
