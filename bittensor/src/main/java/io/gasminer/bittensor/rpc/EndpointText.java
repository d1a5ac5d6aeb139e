package io.gasminer.bittensor.rpc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;

/** Owns the reading of one endpoint: a network's name or a websocket address. */
final class EndpointText {
  static final String WHAT_TO_WRITE =
      "finney, test, local, or an address such as wss://entrypoint-finney.opentensor.ai:443";

  private static final Map<String, String> NETWORKS =
      Map.of(
          "finney", "wss://entrypoint-finney.opentensor.ai:443",
          "test", "wss://test.finney.opentensor.ai:443",
          "local", "ws://127.0.0.1:9944");

  private EndpointText() {}

  sealed interface Verdict {
    record Good(Endpoint endpoint) implements Verdict {}

    record Bad(String problem) implements Verdict {}
  }

  static Verdict read(String entry) {
    String known = NETWORKS.get(entry.toLowerCase(Locale.ROOT));
    if (known != null) {
      return new Verdict.Good(new Endpoint(URI.create(known)));
    }
    if (!entry.contains("://")) {
      return bad(entry, "is neither a network's name nor an address; write " + WHAT_TO_WRITE);
    }
    try {
      return judge(entry, new URI(entry));
    } catch (URISyntaxException unreadable) {
      return bad(entry, "cannot be read as an address; write " + WHAT_TO_WRITE);
    }
  }

  private static Verdict judge(String entry, URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("wss") && !scheme.equals("ws")) {
      return bad(entry, "does not begin with wss:// (or ws:// for a node of your own network)");
    }
    if (address.getHost() == null || address.getPort() == 0 || address.getPort() > 65_535) {
      return bad(entry, "names no host and port; write " + WHAT_TO_WRITE);
    }
    if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
      return bad(entry, "holds a user name or a fragment, which websockets do not carry");
    }
    if (scheme.equals("ws") && !OwnNetwork.holds(address.getHost())) {
      return bad(
          entry,
          "would be read and changed by anyone on the way, and a false list of validators costs"
              + " money; write wss://, or reach the node through a tunnel that ends on 127.0.0.1");
    }
    return new Verdict.Good(new Endpoint(address));
  }

  private static Verdict bad(String entry, String what) {
    // What stands after the host may be a key.
    int path = entry.indexOf('/', Math.max(entry.indexOf("://") + 3, 3));
    String shown = path > 0 ? entry.substring(0, path) + "/…" : entry;
    int user = shown.lastIndexOf('@');
    shown = user > 0 ? "…" + shown.substring(user) : shown;
    return new Verdict.Bad("the endpoint " + Words.clean(shown) + " " + what);
  }
}
