package io.gasminer.bittensor.rpc;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Owns the error object that a node answered (JSON-RPC 2.0, section 5.1).
 *
 * @param code for instance 1010 for an invalid transaction, -32601 for an unknown method
 * @param message the node's own words, cut to one short line
 * @param data what more the node says; a pool's reason stands here ({@code Custom error: 12})
 */
public record RpcFault(long code, String message, Optional<JsonNode> data) {
  /** Code, message and data on one short line. */
  public String words() {
    String more =
        data.map(node -> node.isString() ? node.stringValue() : node.toString())
            .map(text -> " (" + Words.clean(text) + ")")
            .orElse("");
    return code + " " + message + more;
  }

  @Override
  public String toString() {
    return words();
  }
}
