package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.scale.ScaleValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Owns the metagraph of runtimes that cannot be asked for it, put together from storage. Their
 * stakes are those that the storage holds, without inheritance.
 */
record StoredMetagraph(Storage storage, int netuid, Block at) {

  /** Reads it. */
  Answer<Metagraph> read() {
    return number("SubnetworkN")
        .then(
            size ->
                size <= 0 || size > Columns.MOST_NEURONS
                    ? new Answer.Unavailable<>("the chain has no subnet " + netuid)
                    : storage
                        .values(
                            "Keys",
                            IntStream.range(0, size.intValue()).mapToObj(this::key).toList())
                        .then(this::of));
  }

  private Answer<Metagraph> of(List<Optional<ScaleValue>> keys) {
    Map<String, ScaleValue> columns = new LinkedHashMap<>();
    List<ScaleValue> hotkeys = keys.stream().flatMap(Optional::stream).toList();
    if (hotkeys.size() != keys.size() || hotkeys.stream().anyMatch(StoredMetagraph::isNobody)) {
      return new Answer.Unavailable<>("some uids of subnet " + netuid + " have no hotkey");
    }
    columns.put("hotkeys", ScaleValue.sequence(hotkeys));
    Answer<Boolean> filled =
        stakes(columns, hotkeys)
            .then(_ -> perHotkey(columns, "axons", "Axons", hotkeys))
            .then(_ -> perSubnet(columns, "validator_permit", "ValidatorPermit"))
            .then(_ -> perSubnet(columns, "active", "Active"))
            .then(_ -> perSubnet(columns, "last_update", "LastUpdate"))
            .then(_ -> perSubnet(columns, "incentives", "Incentive"))
            .then(_ -> perSubnet(columns, "tempo", "Tempo"));
    return filled.then(_ -> new Columns(ScaleValue.composite(columns)).metagraph(netuid, at));
  }

  // What is not stored reads as zeros, a key for which anyone can sign.
  private static boolean isNobody(ScaleValue hotkey) {
    return hotkey.asBytes().filter(key -> !Arrays.equals(key, new byte[key.length])).isEmpty();
  }

  private Answer<Boolean> stakes(Map<String, ScaleValue> columns, List<ScaleValue> hotkeys) {
    boolean alpha = storage.has("TotalHotkeyAlpha");
    Function<ScaleValue, ScaleValue[]> key =
        hotkey ->
            alpha ? new ScaleValue[] {hotkey, ScaleValue.of(netuid)} : new ScaleValue[] {hotkey};
    return storage
        .values(alpha ? "TotalHotkeyAlpha" : "TotalHotkeyStake", hotkeys.stream().map(key).toList())
        .map(found -> put(columns, "total_stake", found, ScaleValue.of(BigInteger.ZERO)));
  }

  private Answer<Boolean> perHotkey(
      Map<String, ScaleValue> columns, String column, String item, List<ScaleValue> hotkeys) {
    return storage
        .values(
            item,
            hotkeys.stream()
                .map(hotkey -> new ScaleValue[] {ScaleValue.of(netuid), hotkey})
                .toList())
        .map(found -> put(columns, column, found, ScaleValue.tuple()));
  }

  private Answer<Boolean> perSubnet(Map<String, ScaleValue> columns, String column, String item) {
    return storage
        .value(item, ScaleValue.of(netuid))
        .map(found -> found.map(value -> columns.put(column, value)).isPresent());
  }

  private static boolean put(
      Map<String, ScaleValue> columns,
      String column,
      List<Optional<ScaleValue>> found,
      ScaleValue absent) {
    List<ScaleValue> values = new ArrayList<>();
    found.forEach(value -> values.add(value.orElse(absent)));
    columns.put(column, ScaleValue.sequence(values));
    return true;
  }

  private Answer<Long> number(String item) {
    return storage
        .value(item, ScaleValue.of(netuid))
        .map(value -> value.flatMap(ScaleValue::asLong).orElse(0L));
  }

  private ScaleValue[] key(int uid) {
    return new ScaleValue[] {ScaleValue.of(netuid), ScaleValue.of(uid)};
  }
}
