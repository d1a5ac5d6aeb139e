package io.gasminer.bittensor.rpc;

import java.time.Duration;

/**
 * Owns what one connection may cost.
 *
 * @param connect for address, TLS and handshake together
 * @param send for one message to be taken by the network
 * @param keepAlive between two pings; no sign of life between them means that the node is gone
 * @param largestMessage in characters; the metadata is the largest honest answer (half a MiB)
 * @param mostUnread in characters, of answers whose callers have not taken them yet
 * @param mostInFlight calls under way at once
 */
public record LinkLimits(
    Duration connect,
    Duration send,
    Duration keepAlive,
    int largestMessage,
    long mostUnread,
    int mostInFlight) {
  /** 10 s, 10 s, 20 s, 64 Mi, 128 Mi and 4,096. */
  public static LinkLimits usual() {
    return new LinkLimits(
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        64 << 20,
        128L << 20,
        4_096);
  }
}
