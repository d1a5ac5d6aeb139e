package io.gasminer.bittensor.rpc;

import java.time.Duration;

/** What happens to a node's connection, for the operator; no method may wait. */
public interface NodeEvents {
  /** Connected and checked; the count tells how often it was before. */
  void connected(Endpoint endpoint, int reconnects);

  /** A connection could not be opened, or its node is not usable. */
  void unreachable(Endpoint endpoint, String reason);

  /** The connection ended; calls under way were lost. */
  void lost(Endpoint endpoint, String reason);

  /** All endpoints failed; the next attempt follows after that time. */
  void reconnecting(Endpoint endpoint, Duration in);

  /** The next endpoint of the list is tried at once. */
  void failover(Endpoint from, Endpoint to);

  /** The first endpoint of the list works again and serves from now on. */
  void returned(Endpoint from, Endpoint to);

  /** The node does not offer a subscription; all else works. */
  void subscriptionRefused(Endpoint endpoint, String method, String reason);

  /** Nobody listens. */
  static NodeEvents none() {
    return new SilentEvents();
  }
}
