package io.gasminer.bittensor.rpc;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;

/**
 * Owns which hosts count as the operator's own network, where a plain websocket is allowed.
 *
 * <p>Loopback, private and link-local addresses, carrier-grade NAT (VPNs use it), names without a
 * dot (containers) and the suffixes that no public name has. Names are not resolved: an answer of
 * today says nothing of tomorrow.
 */
final class OwnNetwork {
  private static final List<String> SUFFIXES =
      List.of(".localhost", ".local", ".internal", ".lan", ".home.arpa");

  private OwnNetwork() {}

  static boolean holds(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    try {
      return isOwn(InetAddress.ofLiteral(name.replaceAll("^\\[|]$", "")));
    } catch (IllegalArgumentException notAnAddress) {
      return !name.contains(".") || SUFFIXES.stream().anyMatch(name::endsWith);
    }
  }

  private static boolean isOwn(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean sharedByCarrier =
        bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
    boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || sharedByCarrier
        || uniqueLocal;
  }
}
