package io.gasminer.miner.chain;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Owns one question to a service that answers with the caller's address as text.
 *
 * @param timeout for the whole of it, however slowly the answer drips
 */
public record AddressQuestion(Duration timeout) {
  private static final int LARGEST = 64;
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /** What the service answered. */
  sealed interface Answer {
    /** An address. */
    record Said(InetAddress address) implements Answer {}

    /** None, for this reason. */
    record Nothing(String reason) implements Answer {}
  }

  Answer ask(URI service) throws InterruptedException {
    FutureTask<Answer> asking = new FutureTask<>(() -> fetch(service));
    Thread thread = Thread.ofVirtual().name("own-address").start(asking);
    try {
      return asking.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return new Answer.Nothing("does not answer within " + timeout.toSeconds() + " s");
    } catch (ExecutionException failed) {
      return new Answer.Nothing("cannot be asked (" + failed.getCause() + ")");
    } finally {
      thread.interrupt();
    }
  }

  private Answer fetch(URI service) throws InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
    try {
      HttpResponse<InputStream> response =
          client.send(
              HttpRequest.newBuilder(service).timeout(timeout).build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return response.statusCode() == 200
            ? read(body.readNBytes(LARGEST + 1))
            : new Answer.Nothing("answers HTTP " + response.statusCode());
      }
    } catch (IOException failed) {
      return new Answer.Nothing("cannot be asked (" + failed + ")");
    } finally {
      client.shutdownNow();
    }
  }

  private static Answer read(byte[] body) {
    if (body.length > LARGEST) {
      return new Answer.Nothing("answers with more than an address");
    }
    return literal(new String(body, StandardCharsets.ISO_8859_1).strip())
        .<Answer>map(Answer.Said::new)
        .orElseGet(() -> new Answer.Nothing("answers with what is no address"));
  }

  /** The address that the text is, written in full: what some read in another way is none. */
  static Optional<InetAddress> literal(String text) {
    if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
