package io.gasminer.bittensor.rpc;

import java.time.Duration;

/** Events that nobody hears. */
final class SilentEvents implements NodeEvents {
  @Override
  public void connected(Endpoint endpoint, int reconnects) {}

  @Override
  public void unreachable(Endpoint endpoint, String reason) {}

  @Override
  public void lost(Endpoint endpoint, String reason) {}

  @Override
  public void reconnecting(Endpoint endpoint, Duration in) {}

  @Override
  public void failover(Endpoint from, Endpoint to) {}

  @Override
  public void returned(Endpoint from, Endpoint to) {}

  @Override
  public void subscriptionRefused(Endpoint endpoint, String method, String reason) {}
}
