package io.gasminer.bittensor.rpc;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Owns what one reader of a subscription has not read yet: one gap and one item, the newest.
 *
 * <p>Lives on over reconnects. Thread-safe; whoever fills it never waits.
 */
public final class Feed implements AutoCloseable {
  private final Consumer<Feed> whenClosed;

  private Optional<FeedEvent> notice = Optional.empty();
  private Optional<JsonNode> newest = Optional.empty();
  private boolean closed;

  Feed(Consumer<Feed> whenClosed) {
    this.whenClosed = whenClosed;
  }

  /** Blocks the calling virtual thread until there is something, at most for the time given. */
  public synchronized FeedEvent next(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (!closed && notice.isEmpty() && newest.isEmpty()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return new FeedEvent.Quiet();
      }
      wait(left);
    }
    if (closed) {
      return new FeedEvent.Closed();
    }
    if (notice.isPresent()) {
      FeedEvent first = notice.get();
      notice = Optional.empty();
      return first;
    }
    FeedEvent item = new FeedEvent.Item(newest.orElseThrow());
    newest = Optional.empty();
    return item;
  }

  synchronized void item(JsonNode item) {
    newest = Optional.of(item);
    notifyAll();
  }

  // An item of the former connection would come after the gap, where it does not belong.
  synchronized void gap(String reason) {
    newest = Optional.empty();
    notice = Optional.of(new FeedEvent.Gap(reason));
    notifyAll();
  }

  synchronized void refused(String reason) {
    notice = Optional.of(new FeedEvent.Refused(reason));
    notifyAll();
  }

  /** Ends the feed; whoever waits is told. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    whenClosed.accept(this);
  }
}
