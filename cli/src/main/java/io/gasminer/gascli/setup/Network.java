package io.gasminer.gascli.setup;

import java.util.Locale;

/** Owns what the networks are called, and which settings follow from the choice of one. */
final class Network {
  static final String TEST = "testnet";
  static final String MAIN = "mainnet";
  static final String OWN = "own";

  private static final String TEST_ENDPOINT = "wss://test.finney.opentensor.ai:443";
  private static final String MAIN_ENDPOINT = "wss://entrypoint-finney.opentensor.ai:443";
  private static final String TEST_NETUID = "379";
  private static final String MAIN_NETUID = "34";

  private Network() {}

  /** Which one that endpoint belongs to. */
  static String of(String endpoint) {
    String text = endpoint.strip().toLowerCase(Locale.ROOT);
    if (text.equals("test") || text.equals(TEST_ENDPOINT)) {
      return TEST;
    }
    return text.equals("finney") || text.equals(MAIN_ENDPOINT) ? MAIN : OWN;
  }

  /** Takes testnet, mainnet or an endpoint as the answer; a subnet of the other network goes. */
  static void answer(Draft draft, String network) {
    String endpoint =
        switch (network.toLowerCase(Locale.ROOT)) {
          case TEST, "test" -> TEST_ENDPOINT;
          case MAIN, "main", "finney" -> MAIN_ENDPOINT;
          default -> network;
        };
    // The same endpoint in other words is no change.
    if (!of(draft.value("BT_CHAIN_ENDPOINT")).equals(of(endpoint)) || of(endpoint).equals(OWN)) {
      draft.answer("BT_CHAIN_ENDPOINT", endpoint);
    }
    String others = of(endpoint).equals(TEST) ? MAIN_NETUID : TEST_NETUID;
    if (!of(endpoint).equals(OWN) && draft.value("BT_NETUID").equals(others)) {
      draft.answer("BT_NETUID", "");
    }
  }
}
