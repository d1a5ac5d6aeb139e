package io.gasminer.bittensor.rpc;

import tools.jackson.databind.JsonNode;

/** What a feed has to say next. */
public sealed interface FeedEvent {
  /** The newest item; older ones that were not taken are gone. */
  record Item(JsonNode value) implements FeedEvent {}

  /** The connection was another until now: items may be missing between those before and after. */
  record Gap(String reason) implements FeedEvent {}

  /** This node does not offer the subscription; the next connection is asked again. */
  record Refused(String reason) implements FeedEvent {}

  /** Nothing in the time given. */
  record Quiet() implements FeedEvent {}

  /** The feed or its node was closed; nothing follows. */
  record Closed() implements FeedEvent {}
}
