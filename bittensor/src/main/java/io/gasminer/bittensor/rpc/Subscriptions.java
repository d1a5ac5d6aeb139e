package io.gasminer.bittensor.rpc;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Owns the subscriptions that outlive connections: new heads always, others while read. */
final class Subscriptions {
  private final Heads heads;
  private final Duration timeout;
  private final NodeEvents events;
  private final Topic newHeads;
  private final Topic runtimeVersions;

  Subscriptions(NodeClock clock, Duration timeout, NodeEvents events) {
    this.heads = new Heads(clock);
    this.timeout = timeout;
    this.events = events;
    this.newHeads = new Topic("chain_subscribeNewHeads", "chain_unsubscribeNewHeads", heads::see);
    this.runtimeVersions =
        new Topic("state_subscribeRuntimeVersion", "state_unsubscribeRuntimeVersion", item -> {});
  }

  Heads heads() {
    return heads;
  }

  Feed newHeads() {
    return newHeads.feed();
  }

  /** A feed; the subscription is opened on the connection when nobody read it before. */
  Feed runtimeVersions(Optional<NodeLink> serving) {
    Feed feed = runtimeVersions.feed();
    serving.ifPresent(link -> Thread.startVirtualThread(() -> openOthers(link)));
    return feed;
  }

  Optional<RpcAnswer> openHeads(NodeLink link, JsonNode header) {
    heads.startOver();
    heads.see(header);
    return newHeads.openOn(link, timeout);
  }

  void openOthers(NodeLink link) {
    if (!runtimeVersions.isRead()) {
      return;
    }
    Optional<RpcAnswer> problem = runtimeVersions.openOn(link, timeout);
    switch (problem.orElse(new RpcAnswer.NotSent(""))) {
      case RpcAnswer.Fault fault ->
          events.subscriptionRefused(link.endpoint(), runtimeVersions.method(), fault.words());
      case RpcAnswer.TimedOut(Duration after) ->
          link.drop("it did not open a subscription in " + after.toSeconds() + " s");
      // No problem, or the connection has ended and the next one is asked.
      case RpcAnswer.Result opened -> {}
      case RpcAnswer.NotSent notSent -> {}
      case RpcAnswer.Lost lost -> {}
    }
  }

  void close() {
    newHeads.close();
    runtimeVersions.close();
  }
}
