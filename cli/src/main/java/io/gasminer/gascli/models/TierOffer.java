package io.gasminer.gascli.models;

import io.gasminer.miner.audit.Sample;
import io.gasminer.miner.generation.CatalogRow;
import io.gasminer.miner.media.Tier;
import io.gasminer.miner.media.TierReward;
import io.gasminer.miner.task.Modality;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * Owns what one tier of a model costs and earns.
 *
 * @param tier as the catalogue spells it
 * @param size what the service is asked for, in its words
 * @param price of one generation in US dollars, exactly; empty when the catalogue knows none
 * @param seconds the length that the price is for; 1 for an image
 * @param reward what validators count one verified generation as; empty when that is not known
 * @param chosenFor the requested tiers for which the configuration in force takes it
 */
record TierOffer(
    String tier,
    String size,
    Optional<BigDecimal> price,
    long seconds,
    Optional<BigDecimal> reward,
    List<String> chosenFor) {

  static TierOffer of(CatalogRow row, String tier, boolean paid, List<String> chosenFor) {
    long seconds = new Sample(row, Optional.of(tier)).seconds();
    Optional<BigDecimal> reward =
        paid
            ? counted(tier, row.card().modality())
                .flatMap(as -> TierReward.multiplier(as, as, row.terms().pricedAs()))
            : Optional.of(BigDecimal.ZERO);
    return new TierOffer(
        tier,
        row.card().tiers().getOrDefault(tier, ""),
        row.price(tier, seconds),
        seconds,
        reward,
        List.copyOf(chosenFor));
  }

  /** Reward by price; empty where either is not known, or nothing is paid. */
  Optional<BigDecimal> perDollar() {
    return price
        .filter(usd -> usd.signum() > 0)
        .flatMap(usd -> reward.map(score -> score.divide(usd, MathContext.DECIMAL32)));
  }

  // Validators know no tier of videos above 1080p; what is larger counts as that.
  private static Optional<Tier> counted(String tier, Modality modality) {
    boolean above = modality == Modality.VIDEO && tier.equalsIgnoreCase("4K");
    return above ? Optional.of(Tier.VIDEO_1080P) : Tier.named(tier, modality);
  }
}
