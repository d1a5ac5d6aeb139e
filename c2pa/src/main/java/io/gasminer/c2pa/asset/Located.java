package io.gasminer.c2pa.asset;

import java.util.List;

/** Owns what a container says of its manifest store. */
public sealed interface Located {
  /** There is one store: its bytes, put together, and the ranges that carry it. */
  record Store(byte[] bytes, List<Range> ranges) implements Located {
    public Store {
      ranges = List.copyOf(ranges);
    }
  }

  /** A whole container without a store. */
  record None() implements Located {}

  /** The container cannot be read, or carries two stores; the sender's fault. */
  record Damaged(String reason) implements Located {}
}
