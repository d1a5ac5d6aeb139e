package io.gasminer.miner.chain;

import io.gasminer.bittensor.chain.Axon;
import io.gasminer.bittensor.chain.Metagraph;
import io.gasminer.bittensor.chain.Neuron;
import io.gasminer.miner.mailbox.StateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns {@code metagraph-<netuid>.json} in the state folder: the last metagraph that the chain gave,
 * so that the miner can start while the chain is away.
 *
 * <p>It has the form that {@code BT_METAGRAPH_FILE} takes, and says besides when and where it was
 * read; it counts only for the endpoints that gave it, as a list of another network's validators
 * would cost money. Thread-safe.
 */
final class SavedMetagraph {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LARGEST = 64 << 20;

  private final StateFile file;
  private final int netuid;
  private final List<String> endpoints;

  /** The file in the folder; {@code endpoints}: those in force, without what may be secret. */
  SavedMetagraph(Path folder, int netuid, List<String> endpoints) {
    this.file = new StateFile(folder.resolve("metagraph-" + netuid + ".json"), LARGEST);
    this.netuid = netuid;
    this.endpoints = List.copyOf(endpoints);
  }

  Path path() {
    return file.path();
  }

  void write(Metagraph metagraph, Instant takenAt) throws IOException {
    List<Map<String, Object>> neurons = new ArrayList<>();
    metagraph.neurons().forEach(neuron -> neurons.add(row(neuron)));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("netuid", metagraph.netuid());
    all.put("block", metagraph.block());
    all.put("taken_at", takenAt.toString());
    all.put("endpoints", endpoints);
    all.put("neurons", neurons);
    file.write(JSON.writeValueAsBytes(all));
  }

  private static Map<String, Object> row(Neuron neuron) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("uid", neuron.uid());
    row.put("hotkey", neuron.hotkey().toString());
    row.put("stake", neuron.stakeInTokens());
    row.put("validator_permit", neuron.validatorPermit());
    neuron.axon().map(SavedMetagraph::axon).ifPresent(axon -> row.put("axon", axon));
    return row;
  }

  private static Map<String, Object> axon(Axon axon) {
    return Map.of("ip", axon.address().getHostAddress(), "port", axon.port());
  }

  /**
   * What was written last for this subnet and one of these endpoints.
   *
   * @throws IOException when it is there and cannot be read
   * @throws IllegalArgumentException when it is no metagraph
   */
  Optional<MetagraphSnapshot> read(Instant now) throws IOException {
    Optional<byte[]> content = file.read();
    if (content.isEmpty()) {
      return Optional.empty();
    }
    MetagraphSnapshot snapshot = MetagraphSnapshot.parse(content.get(), now);
    return snapshot.netuid() == netuid && isOfOurs(content.get())
        ? Optional.of(snapshot)
        : Optional.empty();
  }

  private boolean isOfOurs(byte[] content) {
    try {
      for (JsonNode endpoint : JSON.readTree(content).path("endpoints")) {
        if (endpoints.contains(endpoint.asString(""))) {
          return true;
        }
      }
      return false;
    } catch (JacksonException notJson) {
      return false;
    }
  }
}
