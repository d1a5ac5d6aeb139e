package io.gasminer.miner.generation.http;

import io.gasminer.miner.config.Secret;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Owns the calls to one vendor: its base address, its key, and the headers of every request.
 *
 * <p>Blocks the calling virtual thread until the whole answer is there, the call's time is over or
 * its deadline has passed. Follows no redirect. Thread-safe.
 */
public final class VendorHttp {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final URI base;
  private final Secret key;
  private final Map<String, String> headers;
  private final InstantSource clock;
  // HTTP/1.1: one exchange a connection, so that a connection's end touches one paid request only.
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  /**
   * Calls to what lies under the base.
   *
   * @param key sent as a bearer token, to the base's host and nobody else
   * @param headers what the vendor wants on every request besides
   */
  public VendorHttp(URI base, Secret key, Map<String, String> headers, InstantSource clock) {
    this.base = base;
    this.key = key;
    this.headers = Map.copyOf(headers);
    this.clock = clock;
  }

  /** Makes the call, with the key. */
  public Exchange call(VendorCall call) {
    Duration limit = limit(call.atMost(), call.deadline());
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + call.path()));
    headers.forEach(request::header);
    request.header("Authorization", "Bearer " + key.reveal().strip());
    request.header("Accept", call.accept());
    call.content()
        .ifPresentOrElse(
            content ->
                request
                    .header("Content-Type", content.type())
                    .POST(HttpRequest.BodyPublishers.ofByteArray(content.bytes())),
            request::GET);
    return send(request, call.cap(), limit);
  }

  /** Gets what lies at an absolute address, without the key. */
  Exchange open(URI address, long cap, Duration atMost, Instant deadline) {
    return send(HttpRequest.newBuilder(address).GET(), cap, limit(atMost, deadline));
  }

  /** The configured base. */
  URI base() {
    return base;
  }

  /** The text without the key, should the vendor have repeated it. */
  public String withoutKey(String text) {
    String revealed = key.reveal().strip();
    return revealed.isEmpty() ? text : text.replace(revealed, key.toString());
  }

  private Duration limit(Duration atMost, Instant deadline) {
    Duration left = Duration.between(clock.instant(), deadline);
    return left.compareTo(atMost) < 0 ? left : atMost;
  }

  private Exchange send(HttpRequest.Builder request, long cap, Duration limit) {
    if (!limit.isPositive()) {
      return new Exchange.NotSent("the task's time is over");
    }
    CompletableFuture<HttpResponse<byte[]>> pending =
        client.sendAsync(request.header("User-Agent", "gas-miner").build(), CappedBody.upTo(cap));
    try {
      HttpResponse<byte[]> answer = pending.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return new Exchange.Answered(answer.statusCode(), firstOfEach(answer), answer.body());
    } catch (TimeoutException slow) {
      pending.cancel(true);
      return new Exchange.Cut("no whole answer came within " + limit.toMillis() / 1000.0 + " s");
    } catch (InterruptedException stopped) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      return new Exchange.Cut("the miner is being stopped");
    } catch (ExecutionException failed) {
      return failure(failed, cap);
    }
  }

  private Exchange failure(Throwable failed, long cap) {
    Throwable at = failed;
    Throwable cause = at.getCause();
    while (cause != null && !isTelling(at)) {
      at = cause;
      cause = at.getCause();
    }
    String reason = at.getClass().getSimpleName() + ": " + withoutKey("" + at.getMessage());
    if (at instanceof CappedBody.LargerThanCap) {
      return new Exchange.TooLarge(cap);
    }
    boolean neverLeft =
        at instanceof ConnectException
            || at instanceof HttpConnectTimeoutException
            || at instanceof SSLHandshakeException;
    return neverLeft ? new Exchange.NotSent(reason) : new Exchange.Cut(reason);
  }

  private static boolean isTelling(Throwable at) {
    return at instanceof ConnectException
        || at instanceof HttpConnectTimeoutException
        || at instanceof SSLHandshakeException
        || at instanceof CappedBody.LargerThanCap;
  }

  private static Map<String, String> firstOfEach(HttpResponse<?> answer) {
    Map<String, String> first = new TreeMap<>();
    answer
        .headers()
        .map()
        .forEach(
            (name, values) ->
                values.stream()
                    .findFirst()
                    .ifPresent(value -> first.put(name.toLowerCase(Locale.ROOT), value)));
    return first;
  }
}
