package io.gasminer.bittensor.rpc;

import java.net.URI;

/**
 * Owns the address of one node.
 *
 * <p>Path and query may hold a key of whoever runs the node, so {@link #toString} leaves them out.
 */
public record Endpoint(URI address) {
  /** Scheme, host and port, for people. */
  public String label() {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port;
  }

  /** Whether the connection is by TLS. */
  boolean secure() {
    return "wss".equalsIgnoreCase(address.getScheme());
  }

  @Override
  public String toString() {
    return label();
  }
}
