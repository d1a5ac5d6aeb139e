package io.gasminer.miner.media;

import io.gasminer.miner.task.Modality;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Owns what validators count a generation of a tier as, relative to their baseline (validator
 * checks, "What it earns"): the square root of their price over the baseline's.
 *
 * <p>It is a factor in a score, no money: a pass rate, a volume and a share of the subnet stand
 * between it and any payment.
 */
public final class TierReward {
  /** Where the figures come from, for whoever is shown them. */
  public static final String SOURCE = "the validators' scoring of subnet 34, as of 2026-11-23";

  private static final MathContext DIGITS = MathContext.DECIMAL32;
  private static final BigDecimal PER_MISSED_TIER = new BigDecimal("0.6");
  private static final BigDecimal VIDEO_BASELINE = new BigDecimal("0.03");

  private static final Map<Tier, BigDecimal> IMAGE =
      Map.of(
          Tier.IMAGE_1K, BigDecimal.ONE,
          Tier.IMAGE_2K, BigDecimal.TWO,
          Tier.IMAGE_4K, BigDecimal.valueOf(4));

  /** US dollars a second, by what the manifest tells of the model. */
  private static final Map<String, Map<Tier, BigDecimal>> VIDEO =
      Map.of(
          "veo", prices("0.07", "0.152", "0.40"),
          "dreamina-seedance-2-0-fast", prices("0.07", "0.152", "0.152"),
          "dreamina-seedance-2-0", prices("0.10", "0.40", "0.48"));

  private TierReward() {}

  /** The names of the validators' price lists for video. */
  public static Set<String> lists() {
    return VIDEO.keySet();
  }

  /**
   * What one verified generation counts as; empty for a video whose price list is not known.
   *
   * @param requested of the same modality as what was delivered
   * @param list the price list that a video's model is on
   */
  public static Optional<BigDecimal> multiplier(
      Tier delivered, Tier requested, Optional<String> list) {
    Tier priced = delivered.priced(requested);
    if (delivered.modality() == Modality.IMAGE) {
      return Optional.of(root(IMAGE.getOrDefault(priced, BigDecimal.ONE)));
    }
    BigDecimal missed = PER_MISSED_TIER.pow(delivered.shortfall(requested), DIGITS);
    return list.flatMap(name -> Optional.ofNullable(VIDEO.get(name)))
        .map(prices -> prices.getOrDefault(priced, VIDEO_BASELINE).max(VIDEO_BASELINE))
        .map(price -> root(price.divide(VIDEO_BASELINE, DIGITS)).multiply(missed, DIGITS));
  }

  private static BigDecimal root(BigDecimal relative) {
    return relative.sqrt(DIGITS);
  }

  // Where a list lacks a tier, its highest price counts.
  private static Map<Tier, BigDecimal> prices(String low, String middle, String high) {
    return Map.of(
        Tier.VIDEO_480P, new BigDecimal(low),
        Tier.VIDEO_720P, new BigDecimal(middle),
        Tier.VIDEO_1080P, new BigDecimal(high));
  }
}
