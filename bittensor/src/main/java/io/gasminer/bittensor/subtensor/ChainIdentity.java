package io.gasminer.bittensor.subtensor;

import java.util.Arrays;

/**
 * Owns what an extrinsic is bound to: the chain by the hash of its first block (32 bytes), and the
 * runtime by its two versions as {@code state_getRuntimeVersion} tells them.
 */
public record ChainIdentity(byte[] genesisHash, long specVersion, long transactionVersion) {
  /** Refuses hashes of another length. */
  public ChainIdentity {
    if (genesisHash.length != 32) {
      throw new IllegalArgumentException("a block hash has 32 bytes, not " + genesisHash.length);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChainIdentity that
        && specVersion == that.specVersion
        && transactionVersion == that.transactionVersion
        && Arrays.equals(genesisHash, that.genesisHash);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(genesisHash);
  }
}
