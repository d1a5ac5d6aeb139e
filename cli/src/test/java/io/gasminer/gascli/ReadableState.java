package io.gasminer.gascli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Owns what a written state says of each neuron of subnet 34, and how a metagraph differs. */
final class ReadableState {
  /**
   * The chain's weight of a token on the root, where nothing else is stored: parts of 2^64, of
   * which the runtime reckons with the upper 32 bits.
   */
  private static final BigInteger TAO_WEIGHT =
      BigInteger.valueOf(971_718_665_099_567_868L).shiftRight(32);

  private final Map<String, JsonNode> pairs = new HashMap<>();
  private final int neurons;

  private ReadableState(JsonNode root) {
    for (JsonNode pair : root.path("storage")) {
      pairs.put(pair.path("item").asString() + pair.path("args"), pair.path("value"));
    }
    neurons = root.path("neurons").size();
  }

  /** Reads one of the kit's states; the test is skipped, and says so, where it is not at hand. */
  static ReadableState of(String state) throws IOException {
    String shared = System.getProperty("gasminer.shared", "");
    Path file = Path.of(shared, "chainkit/data", state + ".readable.json.gz");
    assumeTrue(
        !shared.isEmpty() && Files.exists(file),
        "skipped: -Dgasminer.shared names no folder with chainkit/data/" + file.getFileName());
    try (GZIPInputStream text = new GZIPInputStream(Files.newInputStream(file))) {
      return new ReadableState(JsonMapper.shared().readTree(text));
    }
  }

  /** All differences; empty where the metagraph says the same, neuron by neuron. */
  List<String> differences(JsonNode metagraph) {
    List<String> all = new ArrayList<>();
    compare(all, "neurons", neurons, metagraph.path("neurons").size());
    compare(all, "tempo", list("tempo").asInt(), metagraph.path("tempo").asInt());
    for (int uid = 0; uid < neurons; uid++) {
      neuron(all, uid, metagraph.path("neurons").path(uid));
    }
    return all;
  }

  private void neuron(List<String> all, int uid, JsonNode said) {
    String who = "uid " + uid + " ";
    String hotkey = value("keys", "[34," + uid + "]").orElseThrow().asString();
    compare(all, who + "uid", uid, said.path("uid").asInt(-1));
    compare(all, who + "hotkey", hotkey, said.path("hotkey").asString(""));
    compare(
        all,
        who + "permit",
        list("validatorPermit").path(uid).asBoolean(),
        said.path("validator_permit").asBoolean());
    compare(
        all, who + "active", list("active").path(uid).asBoolean(), said.path("active").asBoolean());
    compare(
        all,
        who + "last update",
        list("lastUpdate").path(uid).asLong(),
        said.path("last_update").asLong(-1));
    compare(
        all,
        who + "incentive",
        list("incentive").path(uid).asLong() / 65_535.0,
        said.path("incentive").asDouble(-1));
    compare(all, who + "axon", axon(hotkey), axon(said.path("axon")));
    BigDecimal stake = new BigDecimal(stake(hotkey), 9);
    if (said.path("stake").decimalValue().compareTo(stake) != 0) {
      all.add(who + "stake: " + stake + ", not " + said.path("stake"));
    }
  }

  /** What is held on the subnet, and on the root by its weight. */
  private BigInteger stake(String hotkey) {
    BigInteger root = amount(hotkey, 0).multiply(TAO_WEIGHT).shiftRight(32);
    return amount(hotkey, 34).add(root);
  }

  private BigInteger amount(String hotkey, int netuid) {
    return value("totalHotkeyAlpha", "[\"" + hotkey + "\"," + netuid + "]")
        .map(value -> new BigInteger(value.asString()))
        .orElse(BigInteger.ZERO);
  }

  private String axon(String hotkey) {
    return value("axons", "[34,\"" + hotkey + "\"]")
        .map(
            axon ->
                address(Long.parseLong(axon.path("ip").asString()))
                    + ":%d %d %d"
                        .formatted(
                            axon.path("port").asInt(),
                            axon.path("protocol").asInt(),
                            axon.path("version").asLong()))
        .orElse("none");
  }

  private static String axon(JsonNode said) {
    return said.isMissingNode()
        ? "none"
        : said.path("ip").asString("")
            + ":%d %d %d"
                .formatted(
                    said.path("port").asInt(),
                    said.path("protocol").asInt(),
                    said.path("version").asLong());
  }

  private static String address(long ip) {
    return "%d.%d.%d.%d".formatted(ip >> 24 & 255, ip >> 16 & 255, ip >> 8 & 255, ip & 255);
  }

  private JsonNode list(String item) {
    return value(item, "[34]").orElseThrow();
  }

  private Optional<JsonNode> value(String item, String arguments) {
    return Optional.ofNullable(pairs.get(item + arguments));
  }

  private static void compare(List<String> all, String what, Object expected, Object said) {
    if (!expected.equals(said)) {
      all.add(what + ": " + expected + ", not " + said);
    }
  }
}
