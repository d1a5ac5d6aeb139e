package io.gasminer.gascli.models;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Owns the orders in which models are listed; what is not known comes last. */
public enum OfferOrder {
  /** As the catalogue lists them. */
  SERVICE,
  /** The cheapest first. */
  PRICE,
  /** The highest reward first. */
  REWARD,
  /** The most reward per dollar first. */
  VALUE,
  /** The newest evidence first. */
  SEEN;

  /** The order with this name. */
  public static Optional<OfferOrder> named(String name) {
    return Stream.of(values()).filter(order -> order.word().equals(name)).findFirst();
  }

  /** As it is typed. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The models in this order. */
  public List<Offer> sorted(List<Offer> offers) {
    return switch (this) {
      case SERVICE -> offers;
      case PRICE -> by(offers, TierOffer::price, Comparator.reverseOrder());
      case REWARD -> by(offers, TierOffer::reward, Comparator.naturalOrder());
      case VALUE -> by(offers, TierOffer::perDollar, Comparator.naturalOrder());
      case SEEN -> offers.stream().sorted(Comparator.comparing(Offer::seen).reversed()).toList();
    };
  }

  private static List<Offer> by(
      List<Offer> offers,
      Function<TierOffer, Optional<BigDecimal>> figure,
      Comparator<BigDecimal> better) {
    Comparator<Optional<BigDecimal>> known =
        (one, other) ->
            one.isPresent() && other.isPresent()
                ? better.compare(one.get(), other.get())
                : Boolean.compare(one.isPresent(), other.isPresent());
    return offers.stream()
        .sorted(Comparator.comparing((Offer offer) -> offer.best(figure, better), known).reversed())
        .toList();
  }
}
