package io.gasminer.gascli.chain;

import io.gasminer.bittensor.chain.Axon;
import io.gasminer.miner.Version;
import io.gasminer.miner.chain.AddressFinder;
import io.gasminer.miner.chain.AddressQuestion;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.delivery.EgressGuard;
import io.gasminer.miner.delivery.Resolver;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Owns which axon is to be announced: its flags, else what the settings say. */
public final class AxonFlags {
  private static final int LARGEST_PORT = 65_535;
  private static final int LARGEST_BYTE = 255;
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  @Option(
      names = {"--ip", "--axon.external_ip"},
      paramLabel = "ADDRESS",
      description = "the address that validators reach the miner at (default: BT_AXON_EXTERNAL_IP)")
  private Optional<String> ip = Optional.empty();

  @Option(
      names = {"--port", "--axon.external_port", "--axon.port"},
      paramLabel = "PORT",
      description =
          "the port that they reach it at (default: BT_AXON_EXTERNAL_PORT, else BT_AXON_PORT)")
  private Optional<Integer> port = Optional.empty();

  /** What came of reading them. */
  public sealed interface Wanted {
    /** The axon. */
    record Known(Axon axon) implements Wanted {}

    /** There is none; the problem says what to write. */
    record Unusable(String problem) implements Wanted {}
  }

  /** The axon that the flags and the settings come to. */
  public Wanted wanted(MinerConfig.Chain settings) {
    OptionalInt chosen = port(settings);
    if (chosen.isEmpty()) {
      return new Wanted.Unusable("--port: give a number from 1 to 65535");
    }
    Optional<String> given =
        ip.or(() -> settings.announcing().externalIp().map(InetAddress::getHostAddress));
    return given.isPresent() ? at(given.get(), chosen.getAsInt()) : found(chosen.getAsInt());
  }

  /** The axon at the address that independent services see this machine at. */
  public static Wanted found(int port) {
    try {
      return switch (internet().find()) {
        case AddressFinder.Outcome.Found(InetAddress address) -> at(address.getHostAddress(), port);
        case AddressFinder.Outcome.NotFound(String reason) ->
            new Wanted.Unusable(
                "no external address is known, and none could be found ("
                    + reason
                    + "). Give the address that others reach this machine at: --ip 203.0.113.7, or"
                    + " BT_AXON_EXTERNAL_IP in the settings");
      };
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Wanted.Unusable("the search for the external address was stopped");
    }
  }

  private static AddressFinder internet() {
    EgressGuard guard = EgressGuard.allowing(Resolver.system(), List.of());
    return new AddressFinder(
        AddressFinder.SERVICES, guard::isAllowed, new AddressQuestion(ANSWER_WITHIN));
  }

  private OptionalInt port(MinerConfig.Chain settings) {
    int number = port.orElse(settings.announcedPort());
    return number > 0 && number <= LARGEST_PORT ? OptionalInt.of(number) : OptionalInt.empty();
  }

  /** The axon at an address that somebody gave. */
  public static Wanted at(String text, int port) {
    InetAddress address;
    try {
      // Names are not looked up: what is announced is exactly what was given.
      address = InetAddress.ofLiteral(text.strip());
    } catch (IllegalArgumentException noLiteral) {
      return new Wanted.Unusable(
          "'%s' is no IPv4 or IPv6 address; write one such as 203.0.113.7".formatted(text));
    }
    byte[] bytes = address.getAddress();
    boolean broadcast = bytes.length == 4 && (bytes[0] & LARGEST_BYTE) == LARGEST_BYTE;
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isMulticastAddress()
        || address.isLinkLocalAddress()
        || broadcast) {
      return new Wanted.Unusable(
          "%s is no address that others can reach; give the public one".formatted(text));
    }
    return new Wanted.Known(Axon.at(address, port, Version.number()));
  }
}
