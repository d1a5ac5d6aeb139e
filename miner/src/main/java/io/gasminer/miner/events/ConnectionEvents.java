package io.gasminer.miner.events;

import io.gasminer.bittensor.rpc.Endpoint;
import io.gasminer.bittensor.rpc.NodeEvents;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the words about the connection to the chain.
 *
 * <p>A node that is away or hostile causes a line of a kind at most once a minute; the rest is
 * counted. Thread-safe.
 */
public final class ConnectionEvents implements NodeEvents {
  private static final Logger LOG = LoggerFactory.getLogger("io.gasminer.miner.chain");

  private final Seldom seldom;

  /** Counts by the clock's minutes. */
  public ConnectionEvents(InstantSource clock) {
    this.seldom = new Seldom(clock, Duration.ofMinutes(1));
  }

  @Override
  public void connected(Endpoint endpoint, int reconnects) {
    long leftOut = seldom.leftOutBefore("connected " + endpoint);
    if (leftOut >= 0) {
      LOG.atInfo()
          .addKeyValue("event", "chain-connected")
          .log(
              "connected to the chain at {}{}{}",
              endpoint,
              reconnects == 0 ? "" : ", for the " + (reconnects + 1) + ". time",
              counted(leftOut));
    }
  }

  @Override
  public void unreachable(Endpoint endpoint, String reason) {
    long leftOut = seldom.leftOutBefore("unreachable " + endpoint);
    if (leftOut >= 0) {
      LOG.atWarn()
          .addKeyValue("event", "chain-unreachable")
          .log(
              "the chain's endpoint {} cannot be used: {}{}. Known validators are served all the"
                  + " same, and it is tried again",
              endpoint,
              Words.of(reason),
              counted(leftOut));
    }
  }

  @Override
  public void lost(Endpoint endpoint, String reason) {
    long leftOut = seldom.leftOutBefore("lost " + endpoint);
    if (leftOut >= 0) {
      LOG.atWarn()
          .addKeyValue("event", "chain-lost")
          .log(
              "the connection to the chain at {} ended: {}{}. Known validators are served all the"
                  + " same while a new one is opened",
              endpoint,
              Words.of(reason),
              counted(leftOut));
    }
  }

  @Override
  public void reconnecting(Endpoint endpoint, Duration in) {
    LOG.atDebug()
        .addKeyValue("event", "chain-reconnecting")
        .log("the chain at {} is tried again in {} s", endpoint, in.toSeconds());
  }

  @Override
  public void failover(Endpoint from, Endpoint to) {
    long leftOut = seldom.leftOutBefore("failover " + from);
    if (leftOut >= 0) {
      LOG.atInfo()
          .addKeyValue("event", "chain-failover")
          .log("{} is tried instead of {}{}", to, from, counted(leftOut));
    }
  }

  @Override
  public void returned(Endpoint from, Endpoint to) {
    LOG.atInfo()
        .addKeyValue("event", "chain-returned")
        .log("{} works again and serves instead of {}", to, from);
  }

  @Override
  public void subscriptionRefused(Endpoint endpoint, String method, String reason) {
    long leftOut = seldom.leftOutBefore("refused " + endpoint);
    if (leftOut >= 0) {
      LOG.atWarn()
          .addKeyValue("event", "chain-subscription-refused")
          .log(
              "{} does not offer {}: {}{}. The metagraph is read by the clock instead; another"
                  + " endpoint in BT_CHAIN_ENDPOINT would announce its blocks",
              endpoint,
              method,
              Words.of(reason),
              counted(leftOut));
    }
  }

  private static String counted(long leftOut) {
    return leftOut == 0 ? "" : " (and " + leftOut + " times more since this was last said)";
  }
}
