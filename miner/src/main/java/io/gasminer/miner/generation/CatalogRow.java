package io.gasminer.miner.generation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Owns a catalogue row together with what was decided about it.
 *
 * @param standard whether it serves where the operator names no model
 * @param forced whether the operator wants it although it does not sign
 * @param terms what it costs and earns, tier by tier, as far as that is known
 */
public record CatalogRow(ModelCard card, boolean standard, boolean forced, Terms terms) {
  /** A row of which nothing more is known. */
  public CatalogRow(ModelCard card, boolean standard, boolean forced) {
    this(card, standard, forced, Terms.UNKNOWN);
  }

  /**
   * Owns what is known of a model beside what it can do.
   *
   * @param tierPrices in US dollars, an image or a second of video; a tier that is not there costs
   *     the card's price
   * @param pricedAs the validators' price list that its videos are on
   * @param source how the row is known: {@code documented}, …
   */
  public record Terms(
      Map<String, BigDecimal> tierPrices, Optional<String> pricedAs, Optional<String> source) {
    /** Nothing. */
    public static final Terms UNKNOWN = new Terms(Map.of(), Optional.empty(), Optional.empty());

    public Terms {
      tierPrices = Map.copyOf(tierPrices);
    }

    static Terms from(String source) {
      return new Terms(Map.of(), Optional.empty(), Optional.of(source));
    }
  }

  /** Whether its media can be accepted by validators, or the operator insists. */
  public boolean mayServe() {
    return card.signer().isPresent() || forced;
  }

  /** The same row for one member of its family. */
  CatalogRow named(String member) {
    return new CatalogRow(card.named(member), standard, forced, terms);
  }

  /** The price of an image or of a second of video at that tier, in US dollars. */
  public Optional<BigDecimal> unitPrice(String tier) {
    return Optional.ofNullable(terms.tierPrices().get(tier)).or(card::priceUsd);
  }

  /**
   * The price of one generation at that tier, in US dollars, exactly.
   *
   * @param seconds the length of a video; 1 for an image
   */
  public Optional<BigDecimal> price(String tier, long seconds) {
    return unitPrice(tier).map(unit -> unit.multiply(BigDecimal.valueOf(seconds)));
  }
}
