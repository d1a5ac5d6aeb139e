package io.gasminer.bittensor.chain;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Owns bytes as nodes write them: hex with {@code 0x} in a JSON string. */
final class Hex {
  private static final HexFormat FORMAT = HexFormat.of();
  private static final Pattern NUMBER = Pattern.compile("0x[0-9a-fA-F]{1,15}");
  private static final Pattern HASH = Pattern.compile("0x[0-9a-fA-F]{64}");

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

  /** The hash of a block; nothing else that a node may say is asked for or shown as one. */
  static Optional<String> hash(JsonNode node) {
    return node.isString() && HASH.matcher(node.stringValue()).matches()
        ? Optional.of(node.stringValue())
        : Optional.empty();
  }

  /** A number, which headers carry in hex without leading zeros. */
  static Optional<Long> number(JsonNode node) {
    return node.isString() && NUMBER.matcher(node.stringValue()).matches()
        ? Optional.of(Long.parseLong(node.stringValue().substring(2), 16))
        : Optional.empty();
  }
}
