package io.gasminer.miner.config;

import io.gasminer.bittensor.rpc.Endpoint;
import io.gasminer.bittensor.rpc.Endpoints;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Owns the reading of the rows about the chain, and what follows from the endpoints. */
final class ChainReading {
  private static final int MAINNET_NETUID = 34;
  private static final int TESTNET_NETUID = 379;

  private ChainReading() {}

  static MinerConfig.Chain chain(Values values) {
    List<Endpoint> endpoints = endpoints(values);
    return new MinerConfig.Chain(
        ConfigReading.wallet(values),
        netuid(values, endpoints),
        endpoints,
        values.givenPath(Settings.METAGRAPH_FILE),
        new MinerConfig.Listening(
            values.text(Settings.AXON_IP), values.number(Settings.AXON_PORT, 0, 65_535)),
        new MinerConfig.Announcing(
            values.flag(Settings.AXON_ANNOUNCE), externalIp(values), externalPort(values)));
  }

  /** Whether nobody else's chain is asked. */
  static boolean isOnThisMachine(MinerConfig.Chain chain) {
    return chain.endpoints().stream()
        .map(ChainReading::host)
        .allMatch(
            host -> host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
  }

  private static List<Endpoint> endpoints(Values values) {
    return switch (Endpoints.parse(values.text(Settings.ENDPOINT))) {
      case Endpoints.Reading.Read(List<Endpoint> endpoints) -> endpoints;
      case Endpoints.Reading.Unusable(List<String> problems) -> {
        problems.forEach(problem -> values.problem("BT_CHAIN_ENDPOINT: " + problem));
        yield List.of();
      }
    };
  }

  private static int netuid(Values values, List<Endpoint> endpoints) {
    List<Boolean> isTest = endpoints.stream().map(ChainReading::isTestnet).distinct().toList();
    if (isTest.size() > 1) {
      values.problem(
          "BT_CHAIN_ENDPOINT names testnet and another network together; the endpoints stand in for"
              + " each other, so name those of one network");
    }
    if (values.given(Settings.NETUID).isPresent()) {
      return values.number(Settings.NETUID, 0, 65_535);
    }
    return isTest.contains(true) ? TESTNET_NETUID : MAINNET_NETUID;
  }

  private static boolean isTestnet(Endpoint endpoint) {
    return host(endpoint).startsWith("test.");
  }

  private static String host(Endpoint endpoint) {
    return String.valueOf(endpoint.address().getHost()).toLowerCase(Locale.ROOT);
  }

  private static Optional<InetAddress> externalIp(Values values) {
    Optional<String> given = values.given(Settings.AXON_EXTERNAL_IP).map(String::strip);
    Optional<InetAddress> address = given.flatMap(ChainReading::literal);
    if (given.isPresent() && address.isEmpty()) {
      values.problem(
          "BT_AXON_EXTERNAL_IP is '"
              + given.get()
              + "'; give the address itself, as in 203.0.113.7, or leave it out to have it found");
    }
    return address;
  }

  private static OptionalInt externalPort(Values values) {
    return values.given(Settings.AXON_EXTERNAL_PORT).isPresent()
        ? OptionalInt.of(values.number(Settings.AXON_EXTERNAL_PORT, 1, 65_535))
        : OptionalInt.empty();
  }

  private static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text))
          .filter(address -> !address.isAnyLocalAddress() && !address.isMulticastAddress());
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
