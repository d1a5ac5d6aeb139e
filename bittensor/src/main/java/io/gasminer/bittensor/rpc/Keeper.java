package io.gasminer.bittensor.rpc;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Owns the upkeep: one connection at a time over the list of endpoints, for as long as it runs.
 *
 * <p>The next endpoint is tried at once; only when all have failed does it wait, longer each round.
 * Runs on a thread of its own.
 */
final class Keeper implements Runnable {
  private static final int BEHIND = 10;

  private final Semaphore wake = new Semaphore(0);
  private final List<Endpoint> endpoints;
  private final HttpClient client;
  private final LinkLimits limits;
  private final Patience patience;
  private final Surroundings surroundings;
  private final NodeEvents events;
  private final Standing standing;
  private final Subscriptions subscriptions;
  private final Greeting greeting;
  private int index;
  private int failures;

  Keeper(
      List<Endpoint> endpoints,
      HttpClient client,
      NodeSettings settings,
      Surroundings surroundings,
      NodeEvents events,
      Standing standing,
      Subscriptions subscriptions) {
    this.endpoints = endpoints;
    this.client = client;
    this.limits = settings.limits();
    this.patience = settings.patience();
    this.surroundings = surroundings;
    this.events = events;
    this.standing = standing;
    this.subscriptions = subscriptions;
    this.greeting = new Greeting(limits.connect());
  }

  void wake() {
    wake.release();
  }

  @Override
  public void run() {
    try {
      while (!standing.isClosed()) {
        Optional<NodeLink> link = connect(current(), this::unreachable);
        if (link.isPresent()) {
          serve(link.get());
        }
        if (!standing.isClosed()) {
          moveOn();
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } finally {
      standing.link().ifPresent(link -> link.drop("the connection to the chain was closed"));
    }
  }

  private Endpoint current() {
    return endpoints.get(index);
  }

  private void unreachable(String reason) {
    standing.problem(current().label() + ": " + reason);
    events.unreachable(current(), reason);
  }

  /** Connects, greets and subscribes to new heads; the problem goes where it belongs. */
  private Optional<NodeLink> connect(Endpoint endpoint, Consumer<String> problem) {
    switch (NodeLink.open(client, endpoint, limits, this::wake)) {
      case NodeLink.Opening.Failed(String reason) -> problem.accept(reason);
      case NodeLink.Opening.Opened(NodeLink link) -> {
        Optional<String> unusable = unusable(link);
        if (unusable.isEmpty()) {
          return Optional.of(link);
        }
        link.drop(unusable.get());
        problem.accept(unusable.get());
      }
    }
    return Optional.empty();
  }

  private Optional<String> unusable(NodeLink link) {
    return switch (greeting.greet(link)) {
      case Greeting.Verdict.Unusable(String reason) -> Optional.of(reason);
      case Greeting.Verdict.Welcome(var header) -> {
        long best = subscriptions.heads().head().map(NodeHealth.Head::number).orElse(0L);
        boolean needed = standing.link().isEmpty();
        yield !needed && Heads.numberOf(header).orElse(0L) < best - BEHIND
            ? Optional.of("it is still more than " + BEHIND + " blocks behind")
            : subscriptions.openHeads(link, header).map(RpcAnswer::words);
      }
    };
  }

  private void serve(NodeLink first) throws InterruptedException {
    NodeLink link = first;
    Duration since = begin(link);
    Duration tried = since;
    while (link.isOpen() && !standing.isClosed()) {
      Duration left = patience.silence().minus(subscriptions.heads().silence());
      if (!left.isPositive()) {
        link.drop("no new block for " + patience.silence().toSeconds() + " s");
        break;
      }
      Duration untilReturn = patience.failBack().minus(now().minus(tried));
      if (index != 0 && !untilReturn.isPositive()) {
        tried = now();
        NodeLink before = link;
        link = returnToFirst(before);
        since = link == before ? since : now();
      } else {
        pause(index != 0 && untilReturn.compareTo(left) < 0 ? untilReturn : left);
      }
    }
    ended(link, since);
  }

  private void ended(NodeLink link, Duration since) {
    String reason = link.ended().orElse("the connection to the chain was closed");
    // The end came from outside; its threads end here.
    link.drop(reason);
    if (!standing.isClosed()) {
      standing.problem(link.endpoint().label() + ": " + reason);
      events.lost(link.endpoint(), reason);
      failures = now().minus(since).compareTo(patience.steady()) >= 0 ? 0 : failures;
    }
  }

  private Duration begin(NodeLink link) {
    int reconnects = standing.serves(link, surroundings.clock().instant());
    events.connected(link.endpoint(), reconnects);
    subscriptions.openOthers(link);
    return now();
  }

  private NodeLink returnToFirst(NodeLink serving) {
    Endpoint first = endpoints.getFirst();
    Optional<NodeLink> better =
        connect(
            first,
            reason -> {
              standing.problem(first.label() + ": " + reason);
              events.unreachable(first, reason);
            });
    if (better.isEmpty()) {
      return serving;
    }
    events.returned(serving.endpoint(), first);
    index = 0;
    begin(better.get());
    Retirement.of(serving, surroundings.clock()).start();
    return better.get();
  }

  private void moveOn() throws InterruptedException {
    failures++;
    Endpoint from = current();
    index = (index + 1) % endpoints.size();
    if (failures % endpoints.size() != 0) {
      events.failover(from, current());
      return;
    }
    Duration wait = patience.before(failures / endpoints.size(), surroundings.random());
    events.reconnecting(current(), wait);
    Duration end = now().plus(wait);
    while (now().compareTo(end) < 0 && !standing.isClosed()) {
      pause(end.minus(now()));
    }
  }

  private Duration now() {
    return surroundings.clock().elapsed();
  }

  private void pause(Duration atMost) throws InterruptedException {
    surroundings.clock().pause(atMost, wake);
  }
}
