package io.gasminer.bittensor.rpc;

import tools.jackson.databind.JsonNode;

/** What a node says of an extrinsic that it watches. */
public sealed interface WatchEvent {
  /** The extrinsic's status, as the node names it ({@code "ready"}, {@code {"inBlock": …}}). */
  record Update(JsonNode status) implements WatchEvent {}

  /** Nothing in the time given. */
  record Quiet() implements WatchEvent {}

  /** Nothing follows: what became of the extrinsic has to be read from the chain. */
  record Ended(String reason) implements WatchEvent {}
}
