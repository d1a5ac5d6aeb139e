package io.gasminer.miner.steps;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Owns how many bytes of media are in memory at once for judging and delivering; who finds no room
 * waits. Thread-safe.
 */
final class MediaBudget {
  private static final long PIECE = 1 << 20;

  private final int pieces;
  private final Semaphore free;

  MediaBudget(long bytes) {
    this.pieces = (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / PIECE));
    this.free = new Semaphore(pieces, true);
  }

  /** A quarter of what the heap may grow to. */
  static MediaBudget ofHeap() {
    return new MediaBudget(Runtime.getRuntime().maxMemory() / 4);
  }

  <T> T holding(long bytes, Supplier<T> work) {
    int needed = (int) Math.min(pieces, bytes / PIECE + 1);
    free.acquireUninterruptibly(needed);
    try {
      return work.get();
    } finally {
      free.release(needed);
    }
  }
}
