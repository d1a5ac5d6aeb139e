package io.gasminer.gascli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RestingHeapTest {
  private static final long MB = 1024 * 1024;

  private final Numbers heap = new Numbers();
  private final RestingHeap resting = new RestingHeap(heap);

  @Test
  void anIdleHeapThatGrewIsCollectedOnce() {
    heap.total = 150 * MB;
    heap.used = 100 * MB;
    resting.look();
    assertThat(heap.collections).as("it was busy until now").isZero();
    heap.used += MB;
    resting.look();
    assertThat(heap.collections).isOne();
    heap.used += MB;
    resting.look();
    assertThat(heap.collections).as("nothing came since").isOne();
  }

  @Test
  void aBusyHeapIsLeftAlone() {
    heap.total = 150 * MB;
    for (int i = 0; i < 10; i++) {
      heap.used += i % 3 == 2 ? -100 * MB : 60 * MB;
      resting.look();
    }
    assertThat(heap.collections).isZero();
  }

  @Test
  void afterTheNextBurstItIsCollectedAgain() {
    heap.total = 100 * MB;
    resting.look();
    heap.total = 150 * MB;
    heap.used += 100 * MB;
    resting.look();
    resting.look();
    assertThat(heap.collections).isEqualTo(2);
  }

  @Test
  void aHeapThatGrowsFarBeyondWhatIsNeededIsCollectedInTheMidstOfWork() {
    heap.total = 300 * MB;
    heap.used += 200 * MB;
    resting.look();
    assertThat(heap.collections).isOne();
    heap.needed = 200 * MB;
    heap.total = 500 * MB;
    heap.used += 400 * MB;
    resting.look();
    heap.total = 390 * MB;
    heap.used += 100 * MB;
    resting.look();
    assertThat(heap.collections).as("twice what is needed is not too much").isEqualTo(2);
  }

  private static final class Numbers implements RestingHeap.Heap {
    private long needed = 10 * MB;
    private long total = 20 * MB;
    private long used = 10 * MB;
    private int collections;

    @Override
    public long total() {
      return total;
    }

    @Override
    public long used() {
      return used;
    }

    @Override
    public void collect() {
      collections++;
      used = needed;
      total = needed + 10 * MB;
    }
  }
}
