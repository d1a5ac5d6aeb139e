package io.gasminer.gascli.models;

import io.gasminer.miner.audit.Evidence;
import io.gasminer.miner.generation.CatalogRow;
import io.gasminer.miner.generation.ModelCard;
import io.gasminer.miner.generation.sandbox.SandboxProvider;
import io.gasminer.miner.provenance.SignerStanding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Owns one model as the operator may choose it.
 *
 * @param open whether its service can be asked with the keys that are configured
 * @param standing how validators take its signer; empty when it does not sign
 * @param audit what the operator's own last audit of it found
 * @param ended whether its service has shut it down
 */
public record Offer(
    CatalogRow row,
    boolean open,
    Optional<SignerStanding> standing,
    Optional<Evidence> audit,
    boolean ended,
    List<TierOffer> tiers) {
  public Offer {
    tiers = List.copyOf(tiers);
  }

  ModelCard card() {
    return row.card();
  }

  /** Whether the configuration in force takes it for any tier. */
  boolean chosen() {
    return tiers.stream().anyMatch(tier -> !tier.chosenFor().isEmpty());
  }

  boolean isSandbox() {
    return card().provider().equals(SandboxProvider.NAME);
  }

  /** Whether it is worth showing to who did not ask for everything. */
  public boolean ordinary() {
    return chosen() || (!ended && row.mayServe() && !isSandbox());
  }

  /** The day from which the best evidence is. */
  LocalDate seen() {
    return audit
        .map(found -> LocalDate.ofInstant(found.at(), ZoneOffset.UTC))
        .orElseGet(card()::evidence);
  }

  /** How that is known. */
  String basis() {
    return audit.isPresent() ? "your audit" : row.terms().source().orElse("not said");
  }

  /** The best of the tiers. */
  Optional<BigDecimal> best(
      Function<TierOffer, Optional<BigDecimal>> figure, Comparator<BigDecimal> order) {
    return tiers.stream().flatMap(tier -> figure.apply(tier).stream()).max(order);
  }
}
