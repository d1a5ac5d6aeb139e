package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.chain.StorageBatch.Values;
import io.gasminer.bittensor.scale.ScaleValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Owns the metagraph that is put together from storage: in two questions to the node, or three
 * where hotkeys inherit from others than the subnet's, and without its runtime having to run.
 */
record StoredMetagraph(Storage storage, int netuid, Block at) {
  /** Asked for before the size is known; a larger subnet costs another question. */
  private static final int USUAL_SIZE = 256;

  /** What is stored for the whole subnet: columns and items. */
  private enum Whole {
    VALIDATOR_PERMIT("validator_permit", "ValidatorPermit"),
    ACTIVE("active", "Active"),
    LAST_UPDATE("last_update", "LastUpdate"),
    INCENTIVES("incentives", "Incentive"),
    TEMPO("tempo", "Tempo");

    private final String column;
    private final String item;

    Whole(String column, String item) {
      this.column = column;
      this.item = item;
    }
  }

  /** Reads it. */
  Answer<Metagraph> read() {
    StorageBatch batch = new StorageBatch(storage);
    int size = batch.add("SubnetworkN", subnet());
    int wholes = size + 1;
    for (Whole whole : Whole.values()) {
      batch.add(whole.item, subnet());
    }
    addKeys(batch, 0, USUAL_SIZE);
    return batch
        .ask()
        .then(
            values -> {
              long neurons = values.at(size).flatMap(ScaleValue::asLong).orElse(0L);
              if (neurons <= 0 || neurons > Columns.MOST_NEURONS) {
                return new Answer.Unavailable<>("the chain has no subnet " + netuid);
              }
              return hotkeys(values, wholes + Whole.values().length, (int) neurons)
                  .then(hotkeys -> neurons(wholes(values, wholes), hotkeys));
            });
  }

  private Answer<List<ScaleValue>> hotkeys(Values values, int first, int count) {
    List<Optional<ScaleValue>> usual = values.from(first, Math.min(count, USUAL_SIZE));
    StorageBatch others = new StorageBatch(storage);
    addKeys(others, USUAL_SIZE, count);
    return others
        .ask()
        .then(
            more -> {
              List<ScaleValue> hotkeys =
                  Stream.concat(usual.stream(), more.all().stream())
                      .flatMap(Optional::stream)
                      .filter(StoredMetagraph::isSomebody)
                      .toList();
              return hotkeys.size() == count
                  ? new Answer.Got<>(hotkeys)
                  : new Answer.Unavailable<>("some uids of subnet " + netuid + " have no hotkey");
            });
  }

  private Answer<Metagraph> neurons(Map<String, ScaleValue> columns, List<ScaleValue> hotkeys) {
    StorageBatch batch = new StorageBatch(storage);
    hotkeys.forEach(hotkey -> batch.add("Axons", subnet(), hotkey));
    StoredStakes stakes = new StoredStakes(storage, netuid, hotkeys);
    stakes.addTo(batch);
    columns.put("hotkeys", ScaleValue.sequence(hotkeys));
    return batch
        .ask()
        .then(
            values -> {
              List<ScaleValue> axons = new ArrayList<>();
              values
                  .from(0, hotkeys.size())
                  .forEach(axon -> axons.add(axon.orElseGet(ScaleValue::tuple)));
              columns.put("axons", ScaleValue.sequence(axons));
              return stakes.read(values);
            })
        .then(
            totals -> {
              columns.put("total_stake", ScaleValue.sequence(totals));
              return new Columns(ScaleValue.composite(columns)).metagraph(netuid, at);
            });
  }

  private static Map<String, ScaleValue> wholes(Values values, int first) {
    Map<String, ScaleValue> columns = new LinkedHashMap<>();
    int place = first;
    for (Whole whole : Whole.values()) {
      values.at(place).ifPresent(value -> columns.put(whole.column, value));
      place++;
    }
    return columns;
  }

  private void addKeys(StorageBatch batch, int from, int to) {
    IntStream.range(from, to).forEach(uid -> batch.add("Keys", subnet(), ScaleValue.of(uid)));
  }

  // What is not stored reads as zeros, a key for which anyone can sign.
  private static boolean isSomebody(ScaleValue hotkey) {
    return hotkey.asBytes().filter(key -> !Arrays.equals(key, new byte[key.length])).isPresent();
  }

  private ScaleValue subnet() {
    return ScaleValue.of(netuid);
  }
}
