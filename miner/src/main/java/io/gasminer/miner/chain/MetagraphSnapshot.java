package io.gasminer.miner.chain;

import io.gasminer.bittensor.epistula.Signer;
import io.gasminer.bittensor.ss58.Ss58Address;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns the metagraph at one block. Immutable.
 *
 * @param loadedAt when it was read, so that its age can be shown
 */
public record MetagraphSnapshot(
    int netuid, long block, Map<Ss58Address, Signer> neurons, Instant loadedAt) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** The neuron with the hotkey. */
  public Optional<Signer> find(Ss58Address hotkey) {
    return Optional.ofNullable(neurons.get(hotkey));
  }

  /**
   * Reads {@code
   * {"netuid","block","neurons":[{"uid","hotkey","stake","validator_permit","axon"}]}}; stake in
   * whole tokens.
   *
   * @throws IllegalArgumentException saying what is wrong and where
   */
  public static MetagraphSnapshot parse(byte[] json, Instant now) {
    try {
      return read(JSON.readTree(json), now);
    } catch (JacksonException unreadable) {
      throw new IllegalArgumentException(
          "it is not JSON, or a number in it has no size: " + unreadable.getOriginalMessage());
    }
  }

  private static MetagraphSnapshot read(JsonNode root, Instant now) {
    if (!root.path("neurons").isArray()) {
      throw new IllegalArgumentException("it has no list 'neurons'");
    }
    Map<Ss58Address, Signer> neurons = new HashMap<>();
    int row = 0;
    for (JsonNode neuron : root.path("neurons")) {
      Signer signer = signer(neuron, row++);
      neurons.put(signer.hotkey(), signer);
    }
    return new MetagraphSnapshot(
        root.path("netuid").asInt(0), root.path("block").asLong(0), Map.copyOf(neurons), now);
  }

  private static Signer signer(JsonNode neuron, int row) {
    Ss58Address hotkey =
        Ss58Address.parse(neuron.path("hotkey").asString(""))
            .orElseThrow(
                () -> new IllegalArgumentException("neuron " + row + " has no valid 'hotkey'"));
    if (!neuron.path("uid").isIntegralNumber() || !neuron.path("stake").isNumber()) {
      throw new IllegalArgumentException("neuron " + row + " needs numbers 'uid' and 'stake'");
    }
    double stake = neuron.path("stake").doubleValue();
    if (!Double.isFinite(stake) || stake < 0) {
      throw new IllegalArgumentException("neuron " + row + " has an impossible 'stake'");
    }
    return new Signer(
        hotkey,
        neuron.path("uid").intValue(),
        stake,
        neuron.path("validator_permit").asBoolean(false));
  }
}
