package io.gasminer.miner.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** How names become addresses; handed in, so that tests need no name server. */
@FunctionalInterface
public interface Resolver {
  /** All addresses of the host, in the order in which they should be tried. */
  List<InetAddress> resolve(String host) throws UnknownHostException;

  /** The operating system's. */
  static Resolver system() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
