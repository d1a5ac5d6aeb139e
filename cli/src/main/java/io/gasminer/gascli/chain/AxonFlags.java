package io.gasminer.gascli.chain;

import io.gasminer.bittensor.chain.AxonInfo;
import io.gasminer.miner.Version;
import io.gasminer.miner.config.MinerConfig;
import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Owns which axon is to be announced: its flags, else what the settings say. */
public final class AxonFlags {
  private static final int LARGEST_PORT = 65_535;
  private static final int LARGEST_BYTE = 255;
  private static final Pattern VERSION = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3}).*");

  @Option(
      names = {"--ip", "--axon.external_ip"},
      paramLabel = "ADDRESS",
      description = "the address that validators reach the miner at (default: BT_AXON_EXTERNAL_IP)")
  private Optional<String> ip = Optional.empty();

  @Option(
      names = {"--port", "--axon.port"},
      paramLabel = "PORT",
      description = "the port that they reach it at (default: BT_AXON_PORT)")
  private Optional<Integer> port = Optional.empty();

  /** What came of reading them. */
  public sealed interface Wanted {
    /** The axon. */
    record Known(AxonInfo axon) implements Wanted {}

    /** There is none; the problem says what to write. */
    record Unusable(String problem) implements Wanted {}
  }

  /** The axon that the flags and the settings come to. */
  public Wanted wanted(MinerConfig.Chain settings) {
    Optional<String> given = ip.or(settings::externalIp);
    if (given.isEmpty()) {
      return new Wanted.Unusable(
          "no external address is known. Give the address that others reach this machine at: --ip"
              + " 203.0.113.7, or BT_AXON_EXTERNAL_IP in the settings");
    }
    OptionalInt chosen = port(settings);
    if (chosen.isEmpty()) {
      return new Wanted.Unusable("--port: give a number from 1 to 65535");
    }
    return address(given.get().strip(), chosen.getAsInt());
  }

  private OptionalInt port(MinerConfig.Chain settings) {
    int number = port.orElse(settings.port());
    return number > 0 && number <= LARGEST_PORT ? OptionalInt.of(number) : OptionalInt.empty();
  }

  private static Wanted address(String text, int port) {
    InetAddress address;
    try {
      // Names are not looked up: what is announced is exactly what was given.
      address = InetAddress.ofLiteral(text);
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
    return new Wanted.Known(AxonInfo.at(address, port, versionNumber(Version.current())));
  }

  /** Version 1.2.3 as 1002003; 0 for what is none. */
  static long versionNumber(String version) {
    Matcher parts = VERSION.matcher(version);
    return parts.matches()
        ? Integer.parseInt(parts.group(1)) * 1_000_000L
            + Integer.parseInt(parts.group(2)) * 1_000L
            + Integer.parseInt(parts.group(3))
        : 0;
  }
}
