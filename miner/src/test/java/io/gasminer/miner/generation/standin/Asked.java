package io.gasminer.miner.generation.standin;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns one request that a stand-in received.
 *
 * @param headers by lower-case name
 */
public record Asked(String method, String path, Map<String, String> headers, byte[] body) {
  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The body as JSON. */
  public JsonNode json() {
    return JsonMapper.shared().readTree(body);
  }
}
