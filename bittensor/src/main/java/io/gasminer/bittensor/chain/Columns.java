package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.scale.ScaleValue;
import io.gasminer.bittensor.ss58.Ss58Address;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owns the reading of a metagraph that comes in columns, one value of each for every uid. */
record Columns(ScaleValue value) {
  private static final int KEY_BYTES = 32;
  private static final double FULL_INCENTIVE = 65_535;
  private static final int USUAL_TEMPO = 360;
  private static final long LONGEST_TEMPO = 0xFFFF;

  /** More than any subnet has by far. */
  static final int MOST_NEURONS = 4_096;

  /** The neurons; without their hotkeys, permits and stakes there is no metagraph. */
  Answer<Metagraph> metagraph(int netuid, Block at) {
    List<ScaleValue> hotkeys = column("hotkeys");
    List<ScaleValue> permits = column("validator_permit");
    List<ScaleValue> stakes = column("total_stake");
    if (hotkeys.isEmpty()
        || hotkeys.size() > MOST_NEURONS
        || permits.size() != hotkeys.size()
        || stakes.size() != hotkeys.size()) {
      return new Answer.Unavailable<>(
          "the node tells "
              + hotkeys.size()
              + " hotkeys, "
              + permits.size()
              + " permits and "
              + stakes.size()
              + " stakes of subnet "
              + netuid);
    }
    List<Neuron> neurons = new ArrayList<>();
    for (int uid = 0; uid < hotkeys.size(); uid++) {
      Optional<byte[]> key = hotkeys.get(uid).asBytes().filter(k -> k.length == KEY_BYTES);
      if (key.isEmpty()) {
        return new Answer.Unavailable<>("the hotkey of uid " + uid + " is no key of 32 bytes");
      }
      neurons.add(neuron(uid, Ss58Address.of(key.get())));
    }
    int tempo =
        value
            .field("tempo")
            .flatMap(ScaleValue::some)
            .flatMap(ScaleValue::asLong)
            .filter(blocks -> blocks > 0 && blocks <= LONGEST_TEMPO)
            .map(Long::intValue)
            .orElse(USUAL_TEMPO);
    return new Answer.Got<>(new Metagraph(netuid, at.number(), tempo, neurons));
  }

  private Neuron neuron(int uid, Ss58Address hotkey) {
    return new Neuron(
        uid,
        hotkey,
        cell("total_stake", uid).flatMap(ScaleValue::asInteger).orElse(BigInteger.ZERO),
        cell("validator_permit", uid).flatMap(ScaleValue::asBoolean).orElse(false),
        cell("active", uid).flatMap(ScaleValue::asBoolean).orElse(false),
        cell("axons", uid).flatMap(Axon::of),
        cell("incentives", uid).flatMap(ScaleValue::asLong).orElse(0L) / FULL_INCENTIVE,
        cell("last_update", uid).flatMap(ScaleValue::asLong).orElse(0L));
  }

  private Optional<ScaleValue> cell(String column, int uid) {
    List<ScaleValue> all = column(column);
    return uid < all.size() ? Optional.of(all.get(uid)) : Optional.empty();
  }

  private List<ScaleValue> column(String name) {
    return value.field(name).flatMap(ScaleValue::some).map(ScaleValue::items).orElse(List.of());
  }
}
