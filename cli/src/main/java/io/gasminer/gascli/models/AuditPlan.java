package io.gasminer.gascli.models;

import io.gasminer.miner.audit.PendingSample;
import io.gasminer.miner.audit.Sample;
import io.gasminer.miner.generation.CatalogRow;
import io.gasminer.miner.generation.rack.ServiceKeys;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns which models are audited and what that costs at most, before anything is asked for.
 *
 * @param total of all that is bought, at the catalogue's prices
 */
public record AuditPlan(List<Pick> picks, BigDecimal total) {
  public AuditPlan {
    picks = List.copyOf(picks);
  }

  /**
   * Owns the bounds of an audit.
   *
   * @param tier as a challenge names it
   * @param mostUsd what all samples together may cost
   * @param assumedUsd what a sample counts as whose price is not known; empty leaves it out
   * @param again whether to ask anew where it is not known what became of a request
   */
  public record Bounds(
      Optional<String> tier, BigDecimal mostUsd, Optional<BigDecimal> assumedUsd, boolean again) {}

  /** The plan for these models, in this order; what would go beyond the bounds is left out. */
  static AuditPlan of(List<Offer> offers, Market market, Bounds bounds) {
    List<Pick> picks = new ArrayList<>();
    BigDecimal total = BigDecimal.ZERO;
    for (Offer offer : offers) {
      Pick pick = pick(offer, market, bounds, bounds.mostUsd().subtract(total));
      total = total.add(pick.cost());
      picks.add(pick);
    }
    return new AuditPlan(picks, total);
  }

  /** Whether anything is to be done at all. */
  public boolean isEmpty() {
    return picks.stream().allMatch(pick -> pick.fate() == Pick.Fate.LEAVE_OUT);
  }

  private static Pick pick(Offer offer, Market market, Bounds bounds, BigDecimal left) {
    Sample sample = new Sample(offer.row(), bounds.tier());
    if (!offer.open()) {
      return Pick.leftOut(sample, noKey(offer.row()));
    }
    if (offer.card().isFamily()) {
      return Pick.leftOut(sample, "stands for a family; name one of its models");
    }
    Optional<PendingSample> pending;
    try {
      pending = market.folder().pending(sample.model());
    } catch (IOException damaged) {
      return Pick.leftOut(
          sample, damaged.getMessage() + "; look at it, and remove it when the job is settled");
    }
    if (pending.flatMap(PendingSample::ticket).isPresent()) {
      return new Pick(sample, pending, Pick.Fate.RESUME, BigDecimal.ZERO, Optional.empty());
    }
    Optional<BigDecimal> price = sample.price().or(bounds::assumedUsd);
    if (price.isEmpty()) {
      return Pick.leftOut(
          sample,
          "its price is not known: put priceUsd in its row of MINER_MODEL_CATALOG, or say what to"
              + " assume with --assume-price");
    }
    if (pending.isPresent() && price.get().signum() > 0 && !bounds.again()) {
      return Pick.leftOut(
          sample,
          "asked for at "
              + pending.get().asked()
              + " by an audit that was cut off before the answer, so it may have been charged;"
              + " --again asks for another one");
    }
    return price.get().compareTo(left) > 0
        ? Pick.leftOut(
            sample,
            "%s is beyond what --max-cost leaves (%s)"
                .formatted(Figures.usd(price.get()), Figures.usd(left)))
        : new Pick(sample, Optional.empty(), Pick.Fate.BUY, price.get(), Optional.empty());
  }

  private static String noKey(CatalogRow row) {
    return ServiceKeys.settingOf(row.card().provider())
        .map(key -> key + " is not set")
        .orElse("the miner has no such service");
  }
}
