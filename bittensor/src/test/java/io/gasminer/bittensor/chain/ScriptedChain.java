package io.gasminer.bittensor.chain;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gasminer.bittensor.rpc.LinkLimits;
import io.gasminer.bittensor.rpc.Node;
import io.gasminer.bittensor.rpc.NodeEvents;
import io.gasminer.bittensor.rpc.NodeSettings;
import io.gasminer.bittensor.rpc.Patience;
import io.gasminer.bittensor.rpc.Peer;
import io.gasminer.bittensor.rpc.ScriptedNode;
import io.gasminer.bittensor.rpc.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Owns a node with the description of a real runtime and a storage of the test's choice. */
final class ScriptedChain implements AutoCloseable {
  /** Java's websocket does not always tell that the other side is gone; pings do. */
  private static final NodeSettings SETTINGS =
      new NodeSettings(
          new LinkLimits(
              Duration.ofSeconds(10),
              Duration.ofSeconds(10),
              Duration.ofSeconds(2),
              64 << 20,
              128L << 20,
              4_096),
          Patience.usual());

  static final String BLOCK = "\"0x" + "45".repeat(32) + "\"";
  private static final String PALLET = "0x658faa385070e074c85bf6b568cf0555";
  static final String UIDS = PALLET + "aab1b4e78e1ea8305462ee53b3686dc8";
  static final String AXONS = PALLET + "b4e0c7b1d5f74994fcd58c28ab601fec";
  static final String SIZE = PALLET + "a1048e9d244171852dfe8db314dc68ca";
  static final String KEYS = PALLET + "9f99a2ce711f3a31b2fc05604c93f179";
  static final String PERMITS = PALLET + "56af5b07ace59da2c9d7f0d48bc93143";
  static final String LIMIT = PALLET + "1fbba053865c94fcc1b417b41cc9e63a";

  final ScriptedNode node = ScriptedNode.start();
  final Map<String, String> storage = new ConcurrentHashMap<>();
  final AtomicInteger descriptions = new AtomicInteger();
  volatile long spec = 293;
  volatile Runnable afterDescribing = () -> {};

  ScriptedChain() throws IOException {
    String metadata = hex("metadata-state_getMetadata.bin");
    node.on(
        "state_getRuntimeVersion",
        (peer, asked) ->
            peer.result(
                asked,
                "{\"specName\":\"scripted\",\"specVersion\":%d,\"transactionVersion\":1,\"apis\":[]}"
                    .formatted(spec)));
    node.on(
        "state_getMetadata",
        (peer, asked) -> {
          descriptions.incrementAndGet();
          afterDescribing.run();
          peer.result(asked, metadata);
        });
    node.on("chain_getFinalizedHead", (peer, asked) -> peer.result(asked, BLOCK));
    node.on(
        "state_getStorage",
        (peer, asked) -> peer.result(asked, stored(asked.path("params").path(0))));
    node.on("state_queryStorageAt", this::many);
    node.on("system_accountNextIndex", (peer, asked) -> peer.result(asked, "0"));
  }

  private static String hex(String file) throws IOException {
    String shared = System.getProperty("gasminer.shared", "");
    Path path = Path.of(shared, "chainkit/vectors/spec-293", file);
    assumeTrue(
        !shared.isEmpty() && Files.exists(path),
        "skipped: -Dgasminer.shared names no folder with chainkit/vectors/spec-293/" + file);
    return "\"0x" + HexFormat.of().formatHex(Files.readAllBytes(path)) + "\"";
  }

  /** What is stored under the longest part of the key that the test names. */
  private String stored(JsonNode key) {
    return storage.entrySet().stream()
        .filter(pair -> key.asString("").startsWith(pair.getKey()))
        .findFirst()
        .map(pair -> "\"0x" + pair.getValue() + "\"")
        .orElse("null");
  }

  private void many(Peer peer, JsonNode asked) throws IOException {
    StringBuilder changes = new StringBuilder();
    for (JsonNode key : asked.path("params").path(0)) {
      changes.append(changes.isEmpty() ? "" : ",").append("[").append(key).append(",");
      changes.append(stored(key)).append("]");
    }
    peer.result(asked, "[{\"block\":" + BLOCK + ",\"changes\":[" + changes + "]}]");
  }

  Subtensor open(Duration timeout) {
    return open(timeout, RuntimeFolder.none());
  }

  Subtensor open(Duration timeout, RuntimeFolder folder) {
    return Subtensor.over(
        Node.open(List.of(node.endpoint()), SETTINGS, Surroundings.real(), NodeEvents.none()),
        timeout,
        folder);
  }

  @Override
  public void close() {
    node.close();
  }
}
