package io.gasminer.miner.store;

import io.gasminer.miner.task.AcceptOutcome;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

/**
 * Measures durable accepts a second; run by hand: {@code AcceptRate <folder> <callers> <accepts>
 * [jdbc address]}.
 */
final class AcceptRate {
  private AcceptRate() {}

  public static void main(String[] arguments) throws InterruptedException {
    Optional<String> url = Optional.of(arguments).filter(all -> all.length > 3).map(all -> all[3]);
    StoreOpening opening = Stores.open(url, Path.of(arguments[0]), 10_000_000);
    if (!(opening instanceof StoreOpening.Opened(SqlTaskStore store))) {
      throw new IllegalStateException(opening.toString());
    }
    int callers = Integer.parseInt(arguments[1]);
    int accepts = Integer.parseInt(arguments[2]);
    run(store, callers, accepts / 4);
    long began = System.nanoTime();
    long accepted = run(store, callers, accepts);
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "%d accepted by %d callers in %.2f s: %.0f a second%n",
        accepted, callers, seconds, accepted / seconds);
    store.close();
  }

  private static long run(SqlTaskStore store, int callers, int accepts)
      throws InterruptedException {
    LongAdder accepted = new LongAdder();
    CountDownLatch done = new CountDownLatch(callers);
    for (int caller = 0; caller < callers; caller++) {
      Thread.startVirtualThread(
          () -> {
            for (int count = 0; count < accepts / callers; count++) {
              if (store.accept(Offers.task(), Offers.request()) instanceof AcceptOutcome.Accepted) {
                accepted.increment();
              }
            }
            done.countDown();
          });
    }
    done.await();
    return accepted.sum();
  }
}
