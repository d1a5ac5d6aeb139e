package io.gasminer.gascli.probe;

import java.util.Locale;

/**
 * Owns what a key still pays for.
 *
 * @param perDollar how many of the unit a dollar buys
 */
public record Balance(double amount, String unit, double perDollar) {
  private static final double LITTLE_USD = 5;

  /** Whether nothing can be bought. */
  public boolean isSpent() {
    return amount <= 0;
  }

  /** Whether it lasts for a few results only. */
  public boolean isLittle() {
    return amount / perDollar < LITTLE_USD;
  }

  /** As in {@code 12.50 USD}. */
  public String words() {
    return String.format(Locale.ROOT, "%.2f", amount).replace(".00", "") + " " + unit;
  }
}
