package io.gasminer.bittensor.chain;

import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Owns bytes as nodes write them: hex with {@code 0x} in a JSON string. */
final class Hex {
  private static final HexFormat FORMAT = HexFormat.of();

  private Hex() {}

  static String of(byte[] bytes) {
    return "0x" + FORMAT.formatHex(bytes);
  }

  static Optional<byte[]> bytes(JsonNode node) {
    if (!node.isString() || !node.stringValue().startsWith("0x")) {
      return Optional.empty();
    }
    try {
      return Optional.of(FORMAT.parseHex(node.stringValue().substring(2)));
    } catch (IllegalArgumentException notHex) {
      return Optional.empty();
    }
  }

  /** A number, which headers carry in hex without leading zeros. */
  static Optional<Long> number(JsonNode node) {
    if (!node.isString() || !node.stringValue().startsWith("0x")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(node.stringValue().substring(2), 16));
    } catch (NumberFormatException notHex) {
      return Optional.empty();
    }
  }
}
