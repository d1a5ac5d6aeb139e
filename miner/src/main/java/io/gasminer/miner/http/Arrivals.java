package io.gasminer.miner.http;

import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Owns the end of patience with requests whose headers or body do not arrive.
 *
 * <p>The HTTP library waits for ever for the next byte. So each request is entered here with its
 * first line and leaves with the last byte of its body; whoever overstays has its thread
 * interrupted, which closes the connection. Thread-safe.
 */
final class Arrivals implements Http1ConnectionListener, AutoCloseable {
  private final long mostNanos;
  private final Map<Thread, Long> arriving = new ConcurrentHashMap<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("http-arrivals").factory());
  private final ScheduledFuture<?> rounds;

  Arrivals(Duration most) {
    this.mostNanos = most.toNanos();
    long round = Math.max(most.dividedBy(10).toMillis(), 20);
    this.rounds =
        watch.scheduleWithFixedDelay(this::endPatience, round, round, TimeUnit.MILLISECONDS);
  }

  @Override
  public void prologue(ConnectionContext connection, HttpPrologue firstLine) {
    arriving.put(Thread.currentThread(), System.nanoTime() + mostNanos);
  }

  /**
   * The calling thread's request has arrived; false when it was too late and the connection is
   * being closed, so that the thread may start nothing.
   */
  boolean arrived() {
    return arriving.remove(Thread.currentThread()) != null;
  }

  private void endPatience() {
    long now = System.nanoTime();
    arriving.forEach(
        (thread, deadline) -> {
          // Only who takes the entry out may interrupt: no thread is hit after it has arrived.
          if (deadline - now < 0 && arriving.remove(thread, deadline)) {
            thread.interrupt();
          }
        });
    arriving.keySet().removeIf(thread -> !thread.isAlive());
  }

  @Override
  public void close() {
    rounds.cancel(false);
    watch.shutdownNow();
  }
}
