package io.gasminer.gascli.performance;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Owns what an answer of the API means, and every way in which there is none. */
record Explained(PerformanceQuestion question, Duration patience) {
  private static final int LONGEST = 200;

  PerformanceAnswer of(int status, Optional<byte[]> body, Optional<String> location) {
    if (body.isEmpty()) {
      return untold("it sent more than 4 MiB, so this is not the API. " + check(), false);
    }
    String words = status + said(body.get());
    return switch (status) {
      case 200 -> json(body.get());
      case 401, 403 ->
          untold(
              "it does not accept the signature ("
                  + words
                  + "). Next step: gascli doctor shows whether the clock is right (a few seconds"
                  + " matter) and whether this hotkey is registered on the subnet; --wallet-name"
                  + " and --wallet-hotkey choose another",
              false);
      case 404 ->
          untold(
              "it has nothing on this hotkey yet ("
                  + words
                  + "): validators report from time to time what they verified. Next step: look"
                  + " again after the first challenges were delivered (gascli tasks deliveries)",
              true);
      case 422 ->
          untold(
              "it does not understand the question ("
                  + words
                  + "). Next step: leave --modality and --lookback-days out",
              false);
      case 429 -> untold("it is asked too often (" + words + "). Next step: wait a minute", true);
      default -> other(status, words, location);
    };
  }

  private PerformanceAnswer other(int status, String words, Optional<String> location) {
    if (status / 100 == 3) {
      return untold(
          "it leads to "
              + location.orElse("another address")
              + " ("
              + status
              + "), and the signed request is not sent on. Next step: give that address with"
              + " --api-url, if you trust it",
          false);
    }
    return status >= 500
        ? untold("it has trouble of its own (" + words + "). Next step: try again later", true)
        : untold("it answered " + words + ", so this may not be the API. " + check(), false);
  }

  PerformanceAnswer late() {
    return untold(
        "it did not answer in "
            + patience.toMillis() / 1000.0
            + " s. Next step: try again later, or give it longer with --timeout",
        true);
  }

  PerformanceAnswer unreached(Throwable failure) {
    if (isCausedBy(failure, UnresolvedAddressException.class)
        || isCausedBy(failure, UnknownHostException.class)) {
      return untold("its name cannot be resolved. " + network(), true);
    }
    if (isCausedBy(failure, HttpConnectTimeoutException.class)) {
      return untold("no connection in time. " + network(), true);
    }
    if (isCausedBy(failure, HttpTimeoutException.class)) {
      return late();
    }
    if (isCausedBy(failure, SSLException.class)) {
      return untold(
          "no trusted connection comes about ("
              + failure.getMessage()
              + "): the clock may be wrong, or somebody stands in between. Next step: compare the"
              + " clock (date -u), and look at the certificate with curl -v",
          false);
    }
    if (isCausedBy(failure, ConnectException.class)) {
      return untold("nothing listens there. " + check(), true);
    }
    return untold("the connection failed (" + failure + "). Next step: try again", true);
  }

  private PerformanceAnswer json(byte[] body) {
    try {
      JsonNode said = JsonMapper.shared().readTree(body);
      return said.isObject()
          ? new PerformanceAnswer.Told(said)
          : untold("it answered with JSON that is no object. " + check(), false);
    } catch (JacksonException notJson) {
      return untold("it did not answer with JSON, so this is not the API. " + check(), false);
    }
  }

  private static String said(byte[] body) {
    try {
      JsonNode said = JsonMapper.shared().readTree(body);
      return Stream.of("detail", "error", "message")
          .flatMap(name -> said.path(name).asStringOpt().stream())
          .findFirst()
          .map(words -> ": " + (words.length() > LONGEST ? words.substring(0, LONGEST) : words))
          .orElse("");
    } catch (JacksonException notJson) {
      String text = new String(body, StandardCharsets.UTF_8).strip();
      // A page for a browser tells an operator nothing.
      return text.isEmpty() || text.length() > LONGEST || text.startsWith("<") ? "" : ": " + text;
    }
  }

  private PerformanceAnswer.Untold untold(String what, boolean asksAgain) {
    return new PerformanceAnswer.Untold(question.api() + ": " + what, asksAgain);
  }

  private static String check() {
    return "Next step: check GAS_API_URL and --api-url";
  }

  private static String network() {
    return "Next step: check this machine's network and name service, and the address (GAS_API_URL"
        + " or --api-url)";
  }

  private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> kind) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(20)
        .anyMatch(kind::isInstance);
  }
}
