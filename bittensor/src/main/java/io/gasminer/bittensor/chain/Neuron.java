package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.ss58.Ss58Address;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Owns what the chain says of one neuron of a subnet.
 *
 * @param stake the total that validators are recognised by, in rao: alpha, and tao by its weight,
 *     own and inherited
 * @param incentive the share of the subnet's incentive, from 0 to 1
 * @param lastUpdate the block at which its weights were last set
 */
public record Neuron(
    int uid,
    Ss58Address hotkey,
    BigInteger stake,
    boolean validatorPermit,
    boolean active,
    Optional<Axon> axon,
    double incentive,
    long lastUpdate) {
  private static final double RAO = 1e9;

  /** The total stake in whole tokens. */
  public double stakeInTokens() {
    return stake.doubleValue() / RAO;
  }
}
