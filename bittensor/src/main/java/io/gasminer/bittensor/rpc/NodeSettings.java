package io.gasminer.bittensor.rpc;

/** Owns the figures of a node's connection. */
public record NodeSettings(LinkLimits limits, Patience patience) {
  /** The usual ones. */
  public static NodeSettings usual() {
    return new NodeSettings(LinkLimits.usual(), Patience.usual());
  }
}
