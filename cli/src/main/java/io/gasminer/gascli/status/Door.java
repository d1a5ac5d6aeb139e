package io.gasminer.gascli.status;

import tools.jackson.databind.JsonNode;

/** What came of knocking at the miner's port. */
public sealed interface Door {
  /**
   * It answered, and is a miner.
   *
   * @param healthy whether any service can be used
   * @param card what {@code /miner_info} says
   */
  record Answered(boolean healthy, JsonNode card) implements Door {}

  /** Something took the call and did not answer in time, or not as a miner does. */
  record Silent(String why) implements Door {}

  /** Nobody listens there. */
  record Closed(String why) implements Door {}
}
