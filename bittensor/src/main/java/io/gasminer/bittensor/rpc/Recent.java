package io.gasminer.bittensor.rpc;

import java.util.LinkedHashSet;

/** Owns the last few of many, the oldest forgotten first. Not thread-safe. */
final class Recent<T> {
  private final LinkedHashSet<T> kept = new LinkedHashSet<>();
  private final int most;

  Recent(int most) {
    this.most = most;
  }

  void add(T one) {
    kept.add(one);
    if (kept.size() > most) {
      kept.removeFirst();
    }
  }

  boolean contains(T one) {
    return kept.contains(one);
  }

  boolean remove(T one) {
    return kept.remove(one);
  }
}
