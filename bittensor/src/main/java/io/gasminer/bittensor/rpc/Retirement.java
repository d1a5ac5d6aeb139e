package io.gasminer.bittensor.rpc;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Owns the end of a connection that another has replaced: calls and watches under way may finish,
 * for two minutes at most.
 */
record Retirement(NodeLink link, NodeClock clock) implements Runnable {
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofSeconds(1);

  static Retirement of(NodeLink link, NodeClock clock) {
    return new Retirement(link, clock);
  }

  void start() {
    Thread.ofVirtual().name("rpc-retirement").start(this);
  }

  @Override
  public void run() {
    Duration end = clock.elapsed().plus(LONGEST);
    Semaphore nobody = new Semaphore(0);
    try {
      while (link.isOpen() && !link.isIdle() && clock.elapsed().compareTo(end) < 0) {
        clock.pause(LOOK, nobody);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    link.drop("another endpoint serves now");
  }
}
