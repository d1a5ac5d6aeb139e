package io.gasminer.gascli.trust;

import io.gasminer.c2pa.x509.Certificate;
import io.gasminer.c2pa.x509.Pem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * Owns the fetching of a list from an https address or a file: at most 4 MiB, at most three
 * redirects and those to https alone, at most 30 seconds. Every block must be a certificate.
 */
public final class ListFetch {
  private static final int LARGEST = 4 * 1024 * 1024;
  private static final int MOST_REDIRECTS = 3;
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final HttpClient http;
  private final Duration patience;

  /** Fetches with the system's authorities. */
  public static ListFetch overTheInternet() {
    return new ListFetch(builder().build(), Duration.ofSeconds(30));
  }

  /** Fetches from whom this context believes. */
  static ListFetch believing(SSLContext context, Duration patience) {
    return new ListFetch(builder().sslContext(context).build(), patience);
  }

  private ListFetch(HttpClient http, Duration patience) {
    this.http = http;
    this.patience = patience;
  }

  private static HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .connectTimeout(CONNECT)
        .followRedirects(HttpClient.Redirect.NEVER);
  }

  /** What fetching ended in. */
  public sealed interface Fetched {
    /** A whole list; at least one certificate. */
    record Certificates(List<Certificate> certificates) implements Fetched {
      public Certificates {
        certificates = List.copyOf(certificates);
      }
    }

    /** No list; says why. What was in force stays in force. */
    record Refused(String problem) implements Fetched {}
  }

  /** Fetches from an address, or reads a file. */
  public Fetched fetch(String from) {
    String lower = from.toLowerCase(Locale.ROOT);
    if (lower.startsWith("https:")) {
      return address(from, MOST_REDIRECTS);
    }
    if (lower.matches("[a-z][a-z0-9+.-]+:.*")) {
      return refused(
          from, "a trust list may come over https or from a file, and from nowhere else");
    }
    return file(Path.of(from));
  }

  private static Fetched file(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      return bytes.length > LARGEST ? tooLarge(path.toString()) : parsed(path.toString(), bytes);
    } catch (IOException unreadable) {
      return refused(path.toString(), "it cannot be read: " + unreadable);
    }
  }

  private Fetched address(String address, int redirects) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address)).timeout(patience).GET().build();
      Future<HttpResponse<Optional<byte[]>>> call =
          http.sendAsync(request, CappedBody.ofAtMost(LARGEST));
      return taken(address, await(call), redirects);
    } catch (IllegalArgumentException notAnAddress) {
      return refused(address, "that is no address");
    } catch (TimeoutException slow) {
      return refused(address, "it did not come within " + patience.toMillis() / 1000.0 + " s");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return refused(address, "the fetch was interrupted");
    } catch (ExecutionException failed) {
      return refused(address, String.valueOf(failed.getCause()));
    }
  }

  private HttpResponse<Optional<byte[]>> await(Future<HttpResponse<Optional<byte[]>>> call)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      call.cancel(true);
    }
  }

  private Fetched taken(String address, HttpResponse<Optional<byte[]>> answer, int redirects) {
    if (answer.statusCode() == 200) {
      return answer.body().map(bytes -> parsed(address, bytes)).orElseGet(() -> tooLarge(address));
    }
    Optional<String> to =
        answer
            .headers()
            .firstValue("location")
            .filter(location -> answer.statusCode() / 100 == 3)
            .map(location -> URI.create(address).resolve(location).toString());
    if (to.isEmpty()) {
      return refused(address, "it was answered with " + answer.statusCode());
    }
    if (!to.get().toLowerCase(Locale.ROOT).startsWith("https:")) {
      return refused(address, "it leads away from https, to " + to.get());
    }
    return redirects == 0
        ? refused(address, "it leads from address to address")
        : address(to.get(), redirects - 1);
  }

  private static Fetched parsed(String from, byte[] bytes) {
    return switch (Pem.read(new String(bytes, StandardCharsets.UTF_8))) {
      case Pem.Reading.Certificates read -> new Fetched.Certificates(read.certificates());
      case Pem.Reading.Unreadable(String problem) -> refused(from, problem);
    };
  }

  private static Fetched tooLarge(String from) {
    return refused(from, "it is larger than 4 MiB, so it is no trust list");
  }

  private static Fetched refused(String from, String why) {
    return new Fetched.Refused(from + " is not taken: " + why);
  }
}
