package io.gasminer.gascli.models;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Owns how money and scores are written. */
final class Figures {
  private static final String UNKNOWN = "?";
  private static final int CENTS = 2;

  private Figures() {}

  /** US dollars, exactly, with two digits at least. */
  static String usd(BigDecimal amount) {
    BigDecimal bare = amount.stripTrailingZeros();
    return (bare.scale() < CENTS ? bare.setScale(CENTS) : bare).toPlainString();
  }

  static String usd(Optional<BigDecimal> amount) {
    return amount.map(price -> price.signum() == 0 ? "free" : usd(price)).orElse(UNKNOWN);
  }

  /** A score, rounded to two digits. */
  static String score(Optional<BigDecimal> score) {
    return score
        .map(value -> value.setScale(CENTS, RoundingMode.HALF_EVEN).toPlainString())
        .orElse(UNKNOWN);
  }

  /** A score by money, rounded; a dash where nothing is paid. */
  static String perDollar(TierOffer tier) {
    if (tier.price().filter(price -> price.signum() == 0).isPresent()) {
      return "-";
    }
    return tier.perDollar()
        .map(value -> value.setScale(1, RoundingMode.HALF_EVEN).toPlainString())
        .orElse(UNKNOWN);
  }
}
