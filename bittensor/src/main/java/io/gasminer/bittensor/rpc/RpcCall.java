package io.gasminer.bittensor.rpc;

import java.util.Arrays;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns one call to a node.
 *
 * @param params a JSON array
 * @param repeatable whether it changes nothing, so that it may be sent again on a new connection
 */
public record RpcCall(String method, String params, boolean repeatable) {
  /**
   * A call that only reads.
   *
   * @param params strings, numbers, booleans, lists, JSON nodes; an empty Optional is JSON's null
   */
  public static RpcCall read(String method, Object... params) {
    return new RpcCall(method, json(params), true);
  }

  /** A call that is never sent twice; parameters as with {@link #read}. */
  public static RpcCall once(String method, Object... params) {
    return new RpcCall(method, json(params), false);
  }

  /** The request as it goes over the wire. */
  String text(long id) {
    return "{\"jsonrpc\":\"2.0\",\"id\":"
        + id
        + ",\"method\":"
        + JsonMapper.shared().writeValueAsString(method)
        + ",\"params\":"
        + params
        + "}";
  }

  private static String json(Object... params) {
    return JsonMapper.shared().writeValueAsString(Arrays.asList(params));
  }
}
