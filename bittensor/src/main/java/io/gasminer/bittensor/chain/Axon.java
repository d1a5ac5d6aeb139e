package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.scale.ScaleValue;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Owns where a neuron says that it can be reached ({@code SubtensorModule.Axons}).
 *
 * @param address an IPv4 or IPv6 address
 * @param port from 0 to 65535
 * @param protocol 4 for what subnets use today
 * @param version of the program that serves, as a number of its own
 * @param block at which it was announced
 */
public record Axon(InetAddress address, int port, int protocol, long version, long block) {
  /** The protocol that subnets use. */
  public static final int PROTOCOL = 4;

  private static final int IPV4_BYTES = 4;
  private static final int IPV6_BYTES = 16;

  /** The axon that a neuron with that address, port and version announces. */
  public static Axon at(InetAddress address, int port, long version) {
    return new Axon(address, port, PROTOCOL, version, 0);
  }

  /** Whether the chain already says what this says; the block does not matter. */
  public boolean announces(Axon other) {
    return address.equals(other.address)
        && port == other.port
        && protocol == other.protocol
        && version == other.version;
  }

  /** Address and port for people, as in {@code 203.0.113.7:8093}. */
  public String place() {
    String host = address.getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /** 4 or 6. */
  public int ipType() {
    return address.getAddress().length == IPV4_BYTES ? 4 : 6;
  }

  /** The address as the chain writes it. */
  BigInteger ip() {
    return new BigInteger(1, address.getAddress());
  }

  /** Reads the chain's struct by its fields' names; empty where none was announced. */
  static Optional<Axon> of(ScaleValue value) {
    Optional<BigInteger> ip = value.field("ip").flatMap(ScaleValue::asInteger);
    long port = number(value, "port");
    if (ip.isEmpty() || ip.get().signum() <= 0 || port <= 0 || port > 0xFFFF) {
      return Optional.empty();
    }
    return address(ip.get(), number(value, "ip_type") == 6)
        .map(
            address ->
                new Axon(
                    address,
                    (int) port,
                    (int) number(value, "protocol"),
                    number(value, "version"),
                    number(value, "block")));
  }

  private static long number(ScaleValue value, String field) {
    return value.field(field).flatMap(ScaleValue::asLong).orElse(0L);
  }

  private static Optional<InetAddress> address(BigInteger ip, boolean six) {
    int length = six ? IPV6_BYTES : IPV4_BYTES;
    byte[] plain = ip.toByteArray();
    int lead = plain.length > 1 && plain[0] == 0 ? 1 : 0;
    if (plain.length - lead > length) {
      return Optional.empty();
    }
    byte[] padded = new byte[length];
    System.arraycopy(plain, lead, padded, length - plain.length + lead, plain.length - lead);
    try {
      return Optional.of(InetAddress.getByAddress(padded));
    } catch (UnknownHostException impossible) {
      return Optional.empty();
    }
  }
}
