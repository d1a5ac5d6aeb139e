package io.gasminer.bittensor.rpc;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import tools.jackson.databind.JsonNode;

/**
 * Owns the news of one submitted extrinsic, on the connection that took it and no other.
 *
 * <p>No update is skipped: 64 that nobody reads end the watch. Thread-safe.
 */
public final class ExtrinsicWatch implements AutoCloseable {
  private static final int MOST_UNREAD = 64;
  private static final String UNSUBSCRIBE = "author_unwatchExtrinsic";

  private final Queue<JsonNode> unread = new ArrayDeque<>();
  private final Route route = new News();
  private final NodeLink link;
  private Optional<String> ended = Optional.empty();

  ExtrinsicWatch(NodeLink link) {
    this.link = link;
  }

  Route route() {
    return route;
  }

  /** Blocks the calling virtual thread until there is something, at most for the time given. */
  public synchronized WatchEvent next(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (unread.isEmpty() && ended.isEmpty()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return new WatchEvent.Quiet();
      }
      wait(left);
    }
    JsonNode update = unread.poll();
    return update == null ? new WatchEvent.Ended(ended.orElse("")) : new WatchEvent.Update(update);
  }

  private synchronized void end(String reason) {
    if (ended.isEmpty()) {
      ended = Optional.of(reason);
    }
    notifyAll();
  }

  /** Ends the watch; the extrinsic goes its way. */
  @Override
  public void close() {
    end("the watch was closed");
    link.leave(route, UNSUBSCRIBE);
  }

  /** Where the connection brings the news. */
  private final class News implements Route {
    @Override
    public void item(JsonNode item) {
      synchronized (ExtrinsicWatch.this) {
        if (ended.isPresent()) {
          return;
        }
        if (unread.size() < MOST_UNREAD) {
          unread.add(item);
        } else {
          end(MOST_UNREAD + " updates were not read");
        }
        ExtrinsicWatch.this.notifyAll();
      }
    }

    @Override
    public void ended(String reason) {
      end(reason);
    }
  }
}
