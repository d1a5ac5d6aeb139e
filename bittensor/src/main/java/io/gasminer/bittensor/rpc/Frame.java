package io.gasminer.bittensor.rpc;

import tools.jackson.databind.JsonNode;

/** One message of a node, read. */
sealed interface Frame {
  /** The answer to a call. */
  record Answer(long id, RpcAnswer answer) implements Frame {}

  /** An item of a subscription. */
  record Notice(String subscription, JsonNode item) implements Frame {}

  /** Well formed, and for nobody: an error without an id, a request, a notice of nothing. */
  record Unaddressed(String why) implements Frame {}

  /** No JSON-RPC: the other side is no node, or hostile. */
  record Unreadable(String why) implements Frame {}
}
