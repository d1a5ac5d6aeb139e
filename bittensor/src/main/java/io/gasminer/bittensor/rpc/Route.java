package io.gasminer.bittensor.rpc;

import tools.jackson.databind.JsonNode;

/** Where the items of a subscription go; neither method may wait. */
interface Route {
  void item(JsonNode item);

  /** The connection has ended, and the subscription with it. */
  void ended(String reason);
}
