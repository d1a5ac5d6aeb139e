package io.gasminer.bittensor.rpc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Owns the events of a test, in their order. */
final class HeardEvents implements NodeEvents {
  private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

  /** Waits for an event that begins so; those before it are the rest of the answer. */
  List<String> until(String beginning) throws InterruptedException {
    List<String> before = new ArrayList<>();
    while (before.isEmpty() || !before.getLast().startsWith(beginning)) {
      String next = heard.poll(20, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("no " + beginning + " after " + before);
      }
      before.add(next);
    }
    return before;
  }

  boolean isQuiet() {
    return heard.isEmpty();
  }

  @Override
  public void connected(Endpoint endpoint, int reconnects) {
    heard.add("connected " + endpoint + " " + reconnects);
  }

  @Override
  public void unreachable(Endpoint endpoint, String reason) {
    heard.add("unreachable " + endpoint + " " + reason);
  }

  @Override
  public void lost(Endpoint endpoint, String reason) {
    heard.add("lost " + endpoint + " " + reason);
  }

  @Override
  public void reconnecting(Endpoint endpoint, Duration in) {
    heard.add("reconnecting " + in.toMillis());
  }

  @Override
  public void failover(Endpoint from, Endpoint to) {
    heard.add("failover " + from + " " + to);
  }

  @Override
  public void returned(Endpoint from, Endpoint to) {
    heard.add("returned " + from + " " + to);
  }

  @Override
  public void subscriptionRefused(Endpoint endpoint, String method, String reason) {
    heard.add("refused " + method + " " + reason);
  }
}
