package io.gasminer.bittensor.scale;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Owns the cases of a variant type, found by index or by name. Immutable. */
public final class Cases {
  /** One case; the documentation is for people and may be empty. */
  public record Case(String name, int index, Fields fields, String docs) {}

  private final List<Case> all;
  private final Map<Integer, Case> byIndex = new HashMap<>();
  private final Map<String, Case> byName = new HashMap<>();
  private final boolean dense;

  /** The first of several cases with one name or index counts. */
  public Cases(List<Case> all) {
    this.all = List.copyOf(all);
    boolean inOrder = true;
    for (int i = 0; i < all.size(); i++) {
      Case one = all.get(i);
      inOrder &= one.index() == i;
      byIndex.putIfAbsent(one.index(), one);
      byName.putIfAbsent(one.name(), one);
    }
    this.dense = inOrder;
  }

  /** The cases in the order of the metadata. */
  public List<Case> all() {
    return all;
  }

  /** The case with that index. */
  public Optional<Case> byIndex(int index) {
    if (dense) {
      return index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
    }
    return Optional.ofNullable(byIndex.get(index));
  }

  /** The case with that name. */
  public Optional<Case> byName(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
