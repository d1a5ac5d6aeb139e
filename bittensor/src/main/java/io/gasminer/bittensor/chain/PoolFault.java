package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.rpc.RpcFault;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Owns what a node means that does not take an extrinsic. Subtensor's own codes stand in {@code
 * CustomTransactionError} of its runtime.
 */
final class PoolFault {
  private static final Pattern CUSTOM = Pattern.compile("custom\\D{0,10}(\\d{1,3})");

  private PoolFault() {}

  static String explain(RpcFault fault) {
    String words = fault.words();
    String lower = words.toLowerCase(Locale.ROOT);
    Matcher custom = CUSTOM.matcher(lower);
    if (custom.find()) {
      return meaning(Integer.parseInt(custom.group(1))) + " (the node said: " + words + ")";
    }
    if (lower.contains("badproof") || lower.contains("bad signature")) {
      return "the node takes the signature for wrong: its runtime changed, or it serves another"
          + " chain; try again, and another endpoint if it stays so (the node said: "
          + words
          + ")";
    }
    return "the node does not take it: " + words;
  }

  private static String meaning(int code) {
    return switch (code) {
      case 10 ->
          "the hotkey is not registered on the subnet; register it with btcli subnets register";
      case 12 ->
          "the axon was announced a short while ago, and the chain wants some blocks between two"
              + " announcements; try again in a few minutes";
      default -> "the runtime refuses it with its own error " + code;
    };
  }
}
