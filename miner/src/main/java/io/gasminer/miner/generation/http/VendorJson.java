package io.gasminer.miner.generation.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Owns JSON as vendors send it: of bounded depth, and never a reason to throw. */
public final class VendorJson {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxStringLength((int) VendorCall.IMAGE_IN_JSON)
                          .build())
                  .build())
          .build();

  private VendorJson() {}

  /** The object that the bytes hold; a missing node where they hold none. */
  public static JsonNode read(byte[] body) {
    try {
      JsonNode root = JSON.readTree(body);
      return root == null ? JSON.missingNode() : root;
    } catch (JacksonException notJson) {
      return JSON.missingNode();
    }
  }

  /** The bytes of an object with these members. */
  public static byte[] write(Map<String, ?> members) {
    return JSON.writeValueAsString(members).getBytes(StandardCharsets.UTF_8);
  }

  /** The text there, if it is one and says something. */
  public static Optional<String> text(JsonNode node) {
    return node.isString() && !node.stringValue().isBlank()
        ? Optional.of(node.stringValue())
        : Optional.empty();
  }
}
