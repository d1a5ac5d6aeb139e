package io.gasminer.miner.chain;

import io.gasminer.bittensor.chain.Metagraph;
import io.gasminer.bittensor.chain.Neuron;
import io.gasminer.bittensor.epistula.EpistulaVerifier;
import io.gasminer.bittensor.epistula.Signer;
import io.gasminer.bittensor.ss58.Ss58Address;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns the metagraph at one block. Immutable.
 *
 * @param loadedAt when it was read from the chain, or from a file that does not say when that was
 */
public record MetagraphSnapshot(
    int netuid, long block, Map<Ss58Address, Signer> neurons, Instant loadedAt) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** The neuron with the hotkey. */
  public Optional<Signer> find(Ss58Address hotkey) {
    return Optional.ofNullable(neurons.get(hotkey));
  }

  /** What requests are judged by, of what the chain says. */
  static MetagraphSnapshot of(Metagraph metagraph, Instant now) {
    Map<Ss58Address, Signer> neurons = new HashMap<>();
    for (Neuron neuron : metagraph.neurons()) {
      neurons.put(
          neuron.hotkey(),
          new Signer(
              neuron.hotkey(), neuron.uid(), neuron.stakeInTokens(), neuron.validatorPermit()));
    }
    return new MetagraphSnapshot(metagraph.netuid(), metagraph.block(), Map.copyOf(neurons), now);
  }

  /** How many neurons have the stake to be answered. */
  public int callers() {
    return (int)
        neurons.values().stream()
            .filter(signer -> signer.stake() >= EpistulaVerifier.MINIMUM_STAKE)
            .count();
  }

  /** How long ago it was read; never negative, whatever was done to the clock. */
  public Duration age(Instant now) {
    Duration age = Duration.between(loadedAt, now);
    return age.isNegative() ? Duration.ZERO : age;
  }

  /**
   * Reads {@code
   * {"netuid","block","neurons":[{"uid","hotkey","stake","validator_permit","axon"}]}}; stake in
   * whole tokens. A {@code taken_at} (ISO 8601) says from when its age counts.
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
        root.path("netuid").asInt(0),
        root.path("block").asLong(0),
        Map.copyOf(neurons),
        takenAt(root, now));
  }

  private static Instant takenAt(JsonNode root, Instant now) {
    if (!root.path("taken_at").isString()) {
      return now;
    }
    try {
      Instant taken = Instant.parse(root.path("taken_at").stringValue());
      return taken.isBefore(now) ? taken : now;
    } catch (DateTimeParseException notATime) {
      throw new IllegalArgumentException("its 'taken_at' is no time as 2026-11-24T10:00:00Z");
    }
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
