package io.gasminer.miner.generation.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Owns the threads that paint: as many as there are processors, and few pictures at a time.
 *
 * <p>They are platform threads, since painting never waits and would keep the virtual threads that
 * answer validators from running. They end when nothing was painted for a while. Thread-safe.
 */
final class Studio {
  private static final Duration IDLE = Duration.ofSeconds(5);

  private static final int MOST_PICTURES = 4;

  private final int processors;
  private final ExecutorService painters;
  private final Semaphore easels;

  Studio(int processors) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            processors,
            processors,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("sandbox-painter-", 0).factory());
    pool.allowCoreThreadTimeOut(true);
    this.painters = pool;
    this.processors = processors;
    this.easels = new Semaphore(Math.min(processors, MOST_PICTURES), true);
  }

  int processors() {
    return processors;
  }

  /** The work on one picture. */
  @FunctionalInterface
  interface Work<T> {
    T result() throws InterruptedException;
  }

  /** Does one picture's work as soon as there is room for another picture. */
  <T> T picture(Work<T> work) throws InterruptedException {
    easels.acquire();
    try {
      return work.result();
    } finally {
      easels.release();
    }
  }

  /** Does all the parts of a picture, and gives the results in their order. */
  <T> List<T> all(List<? extends Callable<T>> parts) throws InterruptedException {
    List<T> results = new ArrayList<>();
    for (Future<T> part : painters.invokeAll(parts)) {
      try {
        results.add(part.get());
      } catch (ExecutionException failed) {
        throw new IllegalStateException("a part of a picture could not be painted", failed);
      }
    }
    return results;
  }
}
