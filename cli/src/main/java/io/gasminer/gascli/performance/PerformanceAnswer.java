package io.gasminer.gascli.performance;

import tools.jackson.databind.JsonNode;

/** What came of asking. */
public sealed interface PerformanceAnswer {
  /** A JSON object, whatever is in it. */
  record Told(JsonNode said) implements PerformanceAnswer {}

  /**
   * It is not known.
   *
   * @param problem what happened, what it means, what to do next
   * @param asksAgain whether asking again later may help without any change
   */
  record Untold(String problem, boolean asksAgain) implements PerformanceAnswer {}
}
