package io.gasminer.gascli;

import io.gasminer.miner.task.Pause;
import java.time.Duration;

/**
 * Owns how much of the system's memory the heap holds: it is collected once when the miner has
 * nothing more to do, and when a burst has let it grow to twice what is needed.
 *
 * <p>The collector by itself lets the heap grow to its limit before it looks for garbage among what
 * outlived a moment, as media do, and never gives any back. A collection of what a miner holds
 * takes some hundredths of a second. Lives on one thread.
 */
final class RestingHeap {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(20);
  private static final long MEBIBYTE = 1024 * 1024;
  // An idle miner allocates less between two looks; one task much more.
  private static final long IDLE_BYTES = 6 * MEBIBYTE;
  private static final long WORTH_IT = 8 * MEBIBYTE;
  // Below this, growing is cheaper than looking for garbage.
  private static final long ROOM_FOR_A_BURST = 160 * MEBIBYTE;

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
  private long neededAfterRest;

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

  /** Looks once whether nothing was done since the last look, or far more room is taken. */
  void look() {
    long allocated = heap.used() - usedBefore;
    long total = heap.total();
    boolean idle = allocated >= 0 && allocated < IDLE_BYTES;
    boolean swollen = total > Math.max(ROOM_FOR_A_BURST, 2 * neededAfterRest);
    if (swollen || (idle && total > totalAfterRest + WORTH_IT)) {
      heap.collect();
      totalAfterRest = heap.total();
      neededAfterRest = heap.used();
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
