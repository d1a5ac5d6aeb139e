package io.gasminer.bittensor.rpc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Owns one subscription over all connections: opened once on each, read by any number of feeds.
 *
 * <p>Thread-safe; one thread at a time opens, and readers never wait for it.
 */
final class Topic {
  private final String subscribe;
  private final String unsubscribe;
  private final Consumer<JsonNode> observer;
  private final List<Feed> feeds = new CopyOnWriteArrayList<>();
  private final ReentrantLock opening = new ReentrantLock();

  private volatile Optional<Flow> flow = Optional.empty();
  private volatile Optional<JsonNode> latest = Optional.empty();
  private volatile boolean closed;

  Topic(String subscribe, String unsubscribe, Consumer<JsonNode> observer) {
    this.subscribe = subscribe;
    this.unsubscribe = unsubscribe;
    this.observer = observer;
  }

  String method() {
    return subscribe;
  }

  boolean isRead() {
    return !feeds.isEmpty();
  }

  /** A feed that begins with the newest item, if there is one. */
  Feed feed() {
    Feed feed = new Feed(feeds::remove);
    latest.ifPresent(feed::item);
    feeds.add(feed);
    if (closed) {
      feed.close();
    }
    return feed;
  }

  /** Opens it on the connection, unless it is; the answer is the problem, if there is one. */
  Optional<RpcAnswer> openOn(NodeLink link, Duration timeout) {
    opening.lock();
    try {
      Optional<Flow> before = flow;
      if (before.isPresent() && before.get().link == link) {
        return Optional.empty();
      }
      Flow next = new Flow(link);
      flow = Optional.of(next);
      latest = Optional.empty();
      before.ifPresent(
          old -> {
            String reason = old.link.ended().orElse("another endpoint serves now");
            feeds.forEach(feed -> feed.gap(reason));
          });
      RpcAnswer answer = link.subscribe(RpcCall.read(subscribe), timeout, next);
      if (answer instanceof RpcAnswer.Result) {
        before.ifPresent(old -> old.link.leave(old, unsubscribe));
        return Optional.empty();
      }
      flow = before;
      feeds.forEach(feed -> feed.refused(answer.words()));
      return Optional.of(answer);
    } finally {
      opening.unlock();
    }
  }

  void close() {
    closed = true;
    feeds.forEach(Feed::close);
  }

  /** The subscription on one connection; what it says counts while no other has followed. */
  private final class Flow implements Route {
    private final NodeLink link;

    Flow(NodeLink link) {
      this.link = link;
    }

    @Override
    public void item(JsonNode item) {
      if (flow.filter(current -> current == this).isPresent()) {
        latest = Optional.of(item);
        observer.accept(item);
        feeds.forEach(feed -> feed.item(item));
      }
    }

    @Override
    public void ended(String reason) {
      // The next connection brings the gap.
    }
  }
}
