package io.gasminer.bittensor.chain;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;

/**
 * Owns the reckoning of total stakes from what the chain stores, in the runtime's own numbers:
 * alpha, and root's tao by its weight; of both a hotkey gives shares to its children and is given
 * shares by its parents. Shares are rounded down to 2^-32, sums to whole rao.
 *
 * @param weight of tao, of 2^64 - 1
 */
record ReckonedStakes(BigInteger weight) {
  private static final int SHARE_BITS = 32;
  private static final BigInteger WHOLE = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  /** What a hotkey holds itself, in rao. */
  record Holding(BigInteger alpha, BigInteger tao) {
    static final Holding NONE = new Holding(BigInteger.ZERO, BigInteger.ZERO);
  }

  /** What a hotkey is given: a share, of 2^64 - 1, of what a parent holds. */
  record Gift(BigInteger share, Holding parent) {}

  /** The total stake of a hotkey that gives those shares to children and is given gifts. */
  BigInteger total(Holding own, List<BigInteger> given, List<Gift> gifts) {
    BigInteger alpha = inherited(Holding::alpha, own, given, gifts);
    BigInteger tao = inherited(Holding::tao, own, given, gifts);
    return alpha.add(tao.multiply(share(weight)).shiftRight(SHARE_BITS)).min(MOST);
  }

  private static BigInteger inherited(
      Function<Holding, BigInteger> kind, Holding own, List<BigInteger> given, List<Gift> gifts) {
    BigInteger held = kind.apply(own);
    BigInteger left = held.shiftLeft(SHARE_BITS);
    for (BigInteger part : given) {
      left = left.subtract(held.multiply(share(part)));
    }
    left = left.max(BigInteger.ZERO);
    for (Gift gift : gifts) {
      left = left.add(kind.apply(gift.parent()).multiply(share(gift.share())));
    }
    return left.shiftRight(SHARE_BITS).min(MOST);
  }

  private static BigInteger share(BigInteger part) {
    return part.shiftLeft(SHARE_BITS).divide(WHOLE);
  }
}
