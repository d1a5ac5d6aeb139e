package io.gasminer.bittensor.rpc;

import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Owns how strangers' texts and the platform's exceptions are put before people. */
final class Words {
  private static final int LONGEST = 300;

  private Words() {}

  /** The text on one line, short, without what a terminal would obey. */
  static String clean(String text) {
    String start = text.substring(0, Math.min(text.length(), LONGEST));
    return start.replaceAll("\\p{C}", "?") + (text.length() > LONGEST ? "…" : "");
  }

  /** Why a connection could not be opened, or ended. */
  static String of(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; depth < 8; depth++) {
      String known = known(cause);
      if (!known.isEmpty()) {
        return known;
      }
      Throwable deeper = cause.getCause();
      if (deeper == null) {
        break;
      }
      cause = deeper;
    }
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : clean(message);
  }

  private static Throwable deepest(Throwable failure) {
    Throwable deepest = failure;
    for (int depth = 0; depth < 8 && deepest.getCause() != null; depth++) {
      deepest = deepest.getCause();
    }
    return deepest;
  }

  private static String known(Throwable cause) {
    return switch (cause) {
      case HttpTimeoutException late -> "it did not answer the call for a connection in time";
      case TimeoutException late -> "it did not answer the call for a connection in time";
      case UnresolvedAddressException unknown -> "no address is known for its name";
      case ConnectException refused
          when !(deepest(refused) instanceof UnresolvedAddressException) ->
          "nothing listens there, or it cannot be reached";
      case WebSocketHandshakeException refused ->
          "it answered HTTP " + refused.getResponse().statusCode() + " and opened no websocket";
      case SSLException untrusted ->
          "its certificate or TLS was not accepted: "
              + clean(String.valueOf(untrusted.getMessage()));
      default -> "";
    };
  }
}
