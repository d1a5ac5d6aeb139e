package io.gasminer.gascli.probe;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Owns where a provider's answer says what is left, and in what.
 *
 * @param field names from the root
 * @param perDollar how many of the unit a dollar buys
 */
record Purse(List<String> field, String unit, double perDollar) {
  private static final int CREDITS_PER_DOLLAR = 100;

  static Purse dollars(String... field) {
    return new Purse(List.of(field), "USD", 1);
  }

  static Purse credits(String... field) {
    return new Purse(List.of(field), "credits", CREDITS_PER_DOLLAR);
  }

  /** What is left; empty where this answer names no amount. */
  Optional<Balance> in(JsonNode answer) {
    JsonNode at = answer;
    for (String name : field) {
      at = at.path(name);
    }
    return at.isNumber() && Double.isFinite(at.doubleValue())
        ? Optional.of(new Balance(at.doubleValue(), unit, perDollar))
        : Optional.empty();
  }
}
