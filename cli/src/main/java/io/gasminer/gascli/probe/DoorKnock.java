package io.gasminer.gascli.probe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Owns the question whether a miner on this machine answers requests, in a time that has an end.
 *
 * <p>All that validators may ask needs a validator's signature, and each request without one leaves
 * a line in the log. {@code /health/}, with one slash too many, needs none and leaves none: a miner
 * sends the caller to the path without it.
 */
public record DoorKnock(Duration patience) {
  private static final int TEMPORARY_REDIRECT = 307;

  /** Knocks; {@code address} is what the miner listens on. */
  public Door at(String address, int port) {
    if (port == 0) {
      return new Door.Closed("its port is not known");
    }
    FutureTask<Door> asking = new FutureTask<>(() -> ask(host(address), port));
    Thread.ofVirtual().name("knock").start(asking);
    try {
      return asking.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return late(port);
    } catch (ExecutionException failed) {
      return switch (failed.getCause()) {
        case ConnectException _ -> new Door.Closed("nothing listens on port " + port);
        case SocketTimeoutException _ -> late(port);
        case null, default -> silent(port, "(" + failed.getCause() + ")");
      };
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return silent(port, "before the question was interrupted");
    } finally {
      asking.cancel(true);
    }
  }

  private Door late(int port) {
    return silent(port, "within " + patience.toMillis() / 1000.0 + " s");
  }

  private static Door silent(int port, String how) {
    return new Door.Silent("port " + port + " gives no answer " + how);
  }

  private Door ask(String host, int port) throws IOException {
    HttpURLConnection call =
        (HttpURLConnection)
            URI.create("http://" + host + ":" + port + "/health/")
                .toURL()
                .openConnection(Proxy.NO_PROXY);
    try {
      int millis = (int) Math.max(1, patience.toMillis());
      call.setConnectTimeout(millis);
      call.setReadTimeout(millis);
      call.setInstanceFollowRedirects(false);
      call.setUseCaches(false);
      call.setRequestProperty("Connection", "close");
      int status = call.getResponseCode();
      String to = call.getHeaderField("Location");
      return status == TEMPORARY_REDIRECT && to != null && to.endsWith("/health")
          ? new Door.Answered()
          : new Door.Silent("port " + port + " answers, but not as a miner does");
    } finally {
      call.disconnect();
    }
  }

  private static String host(String address) {
    return switch (address) {
      case "0.0.0.0", "::", "[::]", "" -> "127.0.0.1";
      default ->
          address.indexOf(':') >= 0 && !address.startsWith("[") ? "[" + address + "]" : address;
    };
  }
}
