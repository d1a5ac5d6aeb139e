package io.gasminer.bittensor.subtensor;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Owns what makes one extrinsic its signer's next and keeps it from being played again: the era
 * with the hash of its birth block (for an immortal one, of the first block), the account's nonce,
 * and the tip in rao.
 */
public record Validity(Era era, byte[] birthHash, long nonce, BigInteger tip) {
  /** Refuses hashes of another length. */
  public Validity {
    if (birthHash.length != 32) {
      throw new IllegalArgumentException("a block hash has 32 bytes, not " + birthHash.length);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Validity that
        && era.equals(that.era)
        && nonce == that.nonce
        && tip.equals(that.tip)
        && Arrays.equals(birthHash, that.birthHash);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(birthHash);
  }
}
