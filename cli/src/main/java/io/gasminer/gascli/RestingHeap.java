package io.gasminer.gascli;

import io.gasminer.miner.task.Pause;
import java.time.Duration;

/**
 * Owns the giving back of memory after a burst: when the miner has nothing to do, the heap is
 * collected once, which lets it shrink.
 *
 * <p>The collector by itself works only when the heap is full, and a heap that grew while media
 * came and went stays as it is. A collection of what an idle miner holds takes some hundredths of a
 * second. Lives on one thread.
 */
final class RestingHeap {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(20);
  private static final long MEBIBYTE = 1024 * 1024;
  // An idle miner allocates less between two looks; one task much more.
  private static final long IDLE_BYTES = 6 * MEBIBYTE;
  private static final long WORTH_IT = 8 * MEBIBYTE;

  /** The heap of a process. */
  interface Heap {
    /** What it takes from the system, in bytes. */
    long total();

    /** What is allocated in it, garbage too. */
    long used();

    /** Frees what nobody uses, and gives back to the system what that leaves empty. */
    void collect();
  }

  private final Heap heap;
  private long usedBefore;
  private long totalAfterRest;

  RestingHeap(Heap heap) {
    this.heap = heap;
    this.usedBefore = heap.used();
  }

  /** Watches this process until it ends. */
  static void watch() {
    RestingHeap resting = new RestingHeap(new OwnHeap());
    Thread.ofVirtual()
        .name("resting-heap")
        .start(
            () -> {
              try {
                while (true) {
                  Pause.real().forAbout(LOOK_EVERY);
                  resting.look();
                }
              } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** Looks once whether nothing was done since the last look, and whether a rest is worth it. */
  void look() {
    long used = heap.used();
    long allocated = used - usedBefore;
    boolean idle = allocated >= 0 && allocated < IDLE_BYTES;
    if (idle && heap.total() > totalAfterRest + WORTH_IT) {
      heap.collect();
      totalAfterRest = heap.total();
    }
    usedBefore = heap.used();
  }

  private static final class OwnHeap implements Heap {
    private final Runtime runtime = Runtime.getRuntime();

    @Override
    public long total() {
      return runtime.totalMemory();
    }

    @Override
    public long used() {
      return runtime.totalMemory() - runtime.freeMemory();
    }

    @Override
    public void collect() {
      runtime.gc();
    }
  }
}
