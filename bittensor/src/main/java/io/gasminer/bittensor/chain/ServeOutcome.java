package io.gasminer.bittensor.chain;

import java.time.Duration;

/** Owns what came of announcing an axon. */
public sealed interface ServeOutcome {
  /** The chain says it already; nothing was sent. */
  record Unchanged(Axon announced) implements ServeOutcome {}

  /** The chain says it now, in a block that cannot be undone. */
  record Served(Axon announced, String blockHash) implements ServeOutcome {}

  /** The hotkey has no uid on the subnet: nothing was sent, and nothing can be announced. */
  record NotRegistered() implements ServeOutcome {}

  /** The chain takes a hotkey's next announcement only then; nothing changed. */
  record TooSoon(long blocksLeft, Duration about) implements ServeOutcome {}

  /** It was refused, or could not be sent; the chain says what it said before. */
  record Refused(String reason) implements ServeOutcome {}

  /** It was sent, and what became of it cannot be told yet: read the chain again later. */
  record Uncertain(String reason) implements ServeOutcome {}
}
