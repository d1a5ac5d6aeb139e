package io.gasminer.bittensor.rpc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns where the items of one connection's subscriptions go.
 *
 * <p>Some nodes send the first items before they answer the call that asked for them; up to sixteen
 * such items are kept until then. Thread-safe; routes are called without the lock.
 */
final class Routes {
  private static final int MOST_EARLY = 16;
  private static final int REMEMBERED = 1_024;

  private final Map<String, Route> open = new HashMap<>();
  private final Recent<String> left = new Recent<>(REMEMBERED);
  private final List<Frame.Notice> early = new ArrayList<>();
  private Optional<String> ended = Optional.empty();

  /** Opens the subscription and hands over what came early. */
  void open(String id, Route route) {
    List<Frame.Notice> waited;
    Optional<String> over;
    synchronized (this) {
      over = ended;
      open.put(id, route);
      waited = early.stream().filter(notice -> notice.subscription().equals(id)).toList();
      early.removeAll(waited);
    }
    waited.forEach(notice -> route.item(notice.item()));
    over.ifPresent(route::ended);
  }

  /**
   * Hands an item over; false when it belongs to nothing of ours.
   *
   * @param subscribing whether a subscription is being opened, so that it may be the first of it
   */
  boolean take(Frame.Notice notice, boolean subscribing) {
    Route route;
    synchronized (this) {
      route = open.get(notice.subscription());
      if (route == null) {
        if (left.contains(notice.subscription())) {
          return true;
        }
        return subscribing && early.size() < MOST_EARLY && early.add(notice);
      }
    }
    route.item(notice.item());
    return true;
  }

  /** Closes the subscription; items under way are expected and dropped. */
  synchronized void leave(String id) {
    open.remove(id);
    left.add(id);
  }

  synchronized Optional<String> idOf(Route route) {
    return open.entrySet().stream()
        .filter(entry -> entry.getValue().equals(route))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  synchronized boolean isEmpty() {
    return open.isEmpty();
  }

  void end(String reason) {
    List<Route> all;
    synchronized (this) {
      ended = Optional.of(reason);
      all = List.copyOf(open.values());
      open.clear();
      early.clear();
    }
    all.forEach(route -> route.ended(reason));
  }
}
