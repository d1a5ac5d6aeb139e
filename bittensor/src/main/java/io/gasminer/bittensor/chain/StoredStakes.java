package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.chain.ReckonedStakes.Gift;
import io.gasminer.bittensor.chain.ReckonedStakes.Holding;
import io.gasminer.bittensor.chain.StorageBatch.Values;
import io.gasminer.bittensor.scale.ScaleValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Owns the total stakes of hotkeys as far as the storage tells them: with what is inherited where
 * the runtime stores all that this needs, else what is stored for each. Not thread-safe.
 */
final class StoredStakes {
  private static final int ROOT = 0;
  private static final String ALPHA = "TotalHotkeyAlpha";
  private static final String PARENTS = "ParentKeys";
  private static final String CHILDREN = "ChildKeys";
  private static final String WEIGHT = "TaoWeight";
  private static final String OLDER = "TotalHotkeyStake";

  private final Storage storage;
  private final int netuid;
  private final List<ScaleValue> hotkeys;
  private final boolean inherited;
  private int first;

  StoredStakes(Storage storage, int netuid, List<ScaleValue> hotkeys) {
    this.storage = storage;
    this.netuid = netuid;
    this.hotkeys = hotkeys;
    this.inherited = Stream.of(ALPHA, PARENTS, CHILDREN, WEIGHT).allMatch(storage::has);
  }

  /** Adds what is needed to a question. */
  void addTo(StorageBatch batch) {
    if (inherited) {
      first = batch.add(WEIGHT);
      hotkeys.forEach(hotkey -> batch.add(ALPHA, hotkey, ScaleValue.of(netuid)));
      hotkeys.forEach(hotkey -> batch.add(ALPHA, hotkey, ScaleValue.of(ROOT)));
      hotkeys.forEach(hotkey -> batch.add(PARENTS, hotkey, ScaleValue.of(netuid)));
      hotkeys.forEach(hotkey -> batch.add(CHILDREN, hotkey, ScaleValue.of(netuid)));
      return;
    }
    for (int i = 0; i < hotkeys.size(); i++) {
      int place =
          storage.has(ALPHA)
              ? batch.add(ALPHA, hotkeys.get(i), ScaleValue.of(netuid))
              : batch.add(OLDER, hotkeys.get(i));
      first = i == 0 ? place : first;
    }
  }

  /** The stakes, in the hotkeys' order; parents that are not among them are asked for. */
  Answer<List<ScaleValue>> read(Values values) {
    int count = hotkeys.size();
    if (!inherited) {
      return new Answer.Got<>(
          values.from(first, count).stream()
              .map(StoredStakes::number)
              .map(ScaleValue::of)
              .toList());
    }
    Map<ScaleValue, Holding> holdings = new HashMap<>();
    List<List<Share>> parents = new ArrayList<>();
    List<List<Share>> children = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int own = first + 1 + i;
      holdings.put(hotkeys.get(i), holding(values.at(own), values.at(own + count)));
      parents.add(Share.all(values.at(own + 2 * count)));
      children.add(Share.all(values.at(own + 3 * count)));
    }
    ReckonedStakes stakes = new ReckonedStakes(number(values.at(first)));
    return withParents(holdings, parents).map(all -> reckoned(stakes, all, parents, children));
  }

  private List<ScaleValue> reckoned(
      ReckonedStakes stakes,
      Map<ScaleValue, Holding> holdings,
      List<List<Share>> parents,
      List<List<Share>> children) {
    List<ScaleValue> totals = new ArrayList<>();
    for (int i = 0; i < hotkeys.size(); i++) {
      List<Gift> gifts =
          parents.get(i).stream()
              .map(parent -> new Gift(parent.part(), of(holdings, parent.hotkey())))
              .toList();
      List<BigInteger> given = children.get(i).stream().map(Share::part).toList();
      totals.add(ScaleValue.of(stakes.total(of(holdings, hotkeys.get(i)), given, gifts)));
    }
    return totals;
  }

  private static Holding of(Map<ScaleValue, Holding> holdings, ScaleValue hotkey) {
    return holdings.getOrDefault(hotkey, Holding.NONE);
  }

  private Answer<Map<ScaleValue, Holding>> withParents(
      Map<ScaleValue, Holding> known, List<List<Share>> parents) {
    Set<ScaleValue> others = new LinkedHashSet<>();
    parents.forEach(shares -> shares.forEach(share -> others.add(share.hotkey())));
    others.removeAll(known.keySet());
    StorageBatch batch = new StorageBatch(storage);
    others.forEach(
        parent -> {
          batch.add(ALPHA, parent, ScaleValue.of(netuid));
          batch.add(ALPHA, parent, ScaleValue.of(ROOT));
        });
    return batch
        .ask()
        .map(
            values -> {
              int place = 0;
              for (ScaleValue parent : others) {
                known.put(parent, holding(values.at(place), values.at(place + 1)));
                place += 2;
              }
              return known;
            });
  }

  private static Holding holding(Optional<ScaleValue> alpha, Optional<ScaleValue> tao) {
    return new Holding(number(alpha), number(tao));
  }

  private static BigInteger number(Optional<ScaleValue> value) {
    return value.flatMap(ScaleValue::asInteger).orElse(BigInteger.ZERO);
  }

  /** A share, of 2^64 - 1, and whom it goes to or comes from. */
  private record Share(BigInteger part, ScaleValue hotkey) {
    static List<Share> all(Optional<ScaleValue> pairs) {
      return pairs.map(ScaleValue::items).orElse(List.of()).stream()
          .map(ScaleValue::items)
          .filter(pair -> pair.size() == 2)
          .map(pair -> new Share(number(Optional.of(pair.getFirst())), pair.getLast()))
          .toList();
    }
  }
}
