package io.gasminer.miner.generation.http;

import io.gasminer.miner.delivery.EgressGuard;
import io.gasminer.miner.delivery.Resolver;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Owns the way to media that a vendor's answer points at: an address, a redirect, a {@code data:}
 * URL.
 *
 * <p>The answer came from a server that proved its name, so it is believed in this much: https
 * addresses on public networks, at most three redirects, no more than the cap. The key is sent to
 * the configured host alone. A name that resolves anew to a private address gains nothing, as the
 * server there cannot prove the name. Thread-safe.
 */
public final class Downloads {
  private static final int MOST_REDIRECTS = 3;
  private static final Duration ATTEMPT = Duration.ofMinutes(10);

  private final VendorHttp http;
  private final Resolver resolver;
  private final EgressGuard guard;

  /** Downloads on behalf of one vendor. */
  public Downloads(VendorHttp http, Resolver resolver) {
    this.http = http;
    this.resolver = resolver;
    this.guard = EgressGuard.allowing(resolver, List.of());
  }

  /** Gets what lies at the address, without the key. */
  public Fetched fetch(String address, long cap, Instant deadline) {
    if (address.regionMatches(true, 0, "data:", 0, 5)) {
      return inline(address, cap);
    }
    return follow(address, cap, deadline, MOST_REDIRECTS);
  }

  /** Gets what lies under the vendor's base, with the key; redirects are followed without it. */
  public Fetched fetchWithKey(String path, long cap, Instant deadline) {
    return taken(
        http.call(VendorCall.download(path, cap, deadline)),
        http.base() + path,
        cap,
        deadline,
        MOST_REDIRECTS);
  }

  private Fetched follow(String address, long cap, Instant deadline, int redirects) {
    URI uri;
    try {
      uri = URI.create(address.strip());
    } catch (IllegalArgumentException notAnAddress) {
      return new Fetched.Refused("the vendor named an address that cannot be read");
    }
    try {
      Optional<String> fault = fault(uri);
      return fault
          .<Fetched>map(Fetched.Refused::new)
          .orElseGet(
              () ->
                  taken(http.open(uri, cap, ATTEMPT, deadline), address, cap, deadline, redirects));
    } catch (UnknownHostException unknown) {
      return new Fetched.NotNow("the host " + uri.getHost() + " does not resolve");
    }
  }

  private Fetched taken(Exchange exchange, String from, long cap, Instant deadline, int redirects) {
    return switch (exchange) {
      case Exchange.Answered answer when answer.isSuccess() -> new Fetched.Bytes(answer.body());
      case Exchange.Answered answer when answer.status() >= 300 && answer.status() < 400 ->
          redirects == 0
              ? new Fetched.Refused("the download was sent from address to address")
              : answer
                  .header("location")
                  .flatMap(to -> resolved(from, to))
                  .map(to -> follow(to, cap, deadline, redirects - 1))
                  .orElseGet(() -> new Fetched.Refused("the download's redirect leads nowhere"));
      case Exchange.Answered answer ->
          new Fetched.NotNow("the download was answered with " + answer.status());
      case Exchange.NotSent(String reason) -> new Fetched.NotNow(reason);
      case Exchange.Cut(String reason) -> new Fetched.NotNow(reason);
      case Exchange.TooLarge(long most) ->
          new Fetched.Refused("the media is larger than " + most / (1024 * 1024) + " MiB");
    };
  }

  private Optional<String> fault(URI uri) throws UnknownHostException {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String host = uri.getHost();
    boolean plain = scheme.equals("http") && "http".equals(http.base().getScheme());
    if (!scheme.equals("https") && !plain) {
      return Optional.of("the vendor named an address that is not https");
    }
    if (host == null || uri.getRawUserInfo() != null) {
      return Optional.of("the vendor named an address without a plain host");
    }
    if (host.equalsIgnoreCase(http.base().getHost())) {
      return Optional.empty();
    }
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    List<InetAddress> addresses = resolver.resolve(bare);
    return addresses.stream().allMatch(guard::isAllowed)
        ? Optional.empty()
        : Optional.of("the vendor named an address that is not on a public network");
  }

  private static Optional<String> resolved(String from, String to) {
    try {
      return Optional.of(URI.create(from).resolve(to).toString());
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  private static Fetched inline(String address, long cap) {
    int comma = address.indexOf(',');
    if (comma < 0 || !address.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(";base64")) {
      return new Fetched.Refused("the vendor's data: URL is not base64");
    }
    return decoded(address.substring(comma + 1), cap);
  }

  /** The media that the text holds in base64. */
  public static Fetched decoded(String base64, long cap) {
    if (base64.length() / 4L * 3 > cap) {
      return new Fetched.Refused("the media is larger than " + cap / (1024 * 1024) + " MiB");
    }
    try {
      return new Fetched.Bytes(Base64.getMimeDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      return new Fetched.Refused("the vendor's media is not base64");
    }
  }
}
