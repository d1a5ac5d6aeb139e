package io.gasminer.bittensor.rpc;

import java.time.Instant;
import java.util.Optional;

/**
 * A look at a node's connection.
 *
 * @param connection empty while there is none
 * @param head the highest block that was heard of, on this connection or the one before
 * @param reconnects how often a connection was opened after the first
 * @param lastProblem why the last connection ended or could not be opened; empty when none did
 */
public record NodeHealth(
    Optional<Connection> connection,
    Optional<Head> head,
    int reconnects,
    Optional<String> lastProblem) {
  /** The connection that serves. */
  public record Connection(Endpoint endpoint, Instant since) {}

  /** A block's number, and when it was heard of. */
  public record Head(long number, Instant seenAt) {}
}
