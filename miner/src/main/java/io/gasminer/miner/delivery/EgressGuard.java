package io.gasminer.miner.delivery;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Owns the decision which addresses this process may be made to call.
 *
 * <p>A webhook's address comes from a request and is not signed, so it may point anywhere. The
 * guard resolves the name once, refuses what is not public, and pins the address: whoever connects
 * uses exactly that one, so a second answer of the name server changes nothing. Immutable,
 * thread-safe.
 */
public final class EgressGuard {
  // IANA's special-purpose registries (RFC 6890 and its updates). Of IPv6 only 2000::/3 is global
  // unicast; what embeds an IPv4 address is refused whole, as no validator lives behind a
  // translation prefix.
  private static final List<Network> SPECIAL =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.31.196.0/24",
              "192.52.193.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "192.175.48.0/24",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "::/3",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20",
              "4000::/2",
              "8000::/1")
          .map(Network::of)
          .toList();

  // 0177.0.0.1 is 177.0.0.1 to some and 127.0.0.1 to others.
  private static final Pattern AMBIGUOUS = Pattern.compile("([0-9]+\\.)*0[0-9]+(\\.[0-9]+)*");

  private final Resolver resolver;
  private final List<Network> allowed;

  /** Allows the public networks, and these besides. */
  private EgressGuard(Resolver resolver, List<Network> allowed) {
    this.resolver = resolver;
    this.allowed = allowed;
  }

  /**
   * A guard that allows the public networks and the given ones ({@code 127.0.0.0/8}, …).
   *
   * @throws IllegalArgumentException when one of them is no network; the message is for the
   *     operator
   */
  public static EgressGuard allowing(Resolver resolver, List<String> networks) {
    return new EgressGuard(
        resolver,
        networks.stream()
            .map(
                text ->
                    Network.parse(text)
                        .orElseThrow(
                            () ->
                                new IllegalArgumentException(
                                    "MINER_WEBHOOK_ALLOW names '"
                                        + text
                                        + "', which is no network; write 127.0.0.0/8 or ::1")))
            .toList());
  }

  /** What became of an address. */
  public sealed interface Pin {
    /** Call this URL at exactly this address. */
    record Pinned(URI url, InetAddress address) implements Pin {}

    /** Never call it: a retry cannot help. */
    record Refused(String reason) implements Pin {}

    /** The name did not resolve; it may later. */
    record Unresolved(String reason) implements Pin {}
  }

  /** Judges the address and resolves it once. */
  public Pin pin(String webhookUrl) {
    URI url;
    try {
      url = new URI(webhookUrl.strip());
    } catch (URISyntaxException notAnAddress) {
      return new Pin.Refused("the webhook address cannot be read");
    }
    Optional<String> fault = faultOf(url);
    if (fault.isPresent()) {
      return new Pin.Refused(fault.get());
    }
    String host = url.getHost();
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    List<InetAddress> addresses;
    try {
      addresses = resolver.resolve(bare);
    } catch (UnknownHostException unknown) {
      return new Pin.Unresolved("the host " + bare + " does not resolve");
    }
    return addresses.stream()
        .filter(this::isAllowed)
        .findFirst()
        .<Pin>map(address -> new Pin.Pinned(url, address))
        .orElseGet(() -> new Pin.Refused("the host " + bare + " is not on a public network"));
  }

  /** Whether this process may connect to the address. */
  public boolean isAllowed(InetAddress address) {
    // Java turns ::ffff:a.b.c.d into the IPv4 address, so the IPv4 ranges cover the mapped ones.
    return allowed.stream().anyMatch(network -> network.contains(address))
        || SPECIAL.stream().noneMatch(network -> network.contains(address));
  }

  private static Optional<String> faultOf(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.of("the webhook address is neither http nor https");
    }
    if (url.getHost() == null || url.getHost().isEmpty()) {
      return Optional.of("the webhook address names no host");
    }
    if (AMBIGUOUS.matcher(url.getHost()).matches()) {
      return Optional.of("the webhook address writes its numbers with leading zeros");
    }
    if (url.getRawUserInfo() != null) {
      return Optional.of("the webhook address holds a user name");
    }
    return url.getPort() == 0 || url.getPort() > 65_535
        ? Optional.of("the webhook address names no possible port")
        : Optional.empty();
  }
}
