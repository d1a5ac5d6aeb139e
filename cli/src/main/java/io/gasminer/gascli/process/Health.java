package io.gasminer.gascli.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalInt;

/** Owns the question to a miner on this machine whether it answers. */
final class Health {
  private static final int LIMIT = (int) Duration.ofSeconds(2).toMillis();

  private Health() {}

  /** The address of this machine at which what listens on {@code address} can be asked. */
  static String reachable(String address) {
    return address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
  }

  /** The status with which it answers {@code GET /health}, or empty when it does not answer. */
  static OptionalInt of(String host, int port) {
    String name = host.contains(":") ? "[" + host + "]" : host;
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://" + name + ":" + port + "/health")
                  .toURL()
                  .openConnection(java.net.Proxy.NO_PROXY);
      connection.setConnectTimeout(LIMIT);
      connection.setReadTimeout(LIMIT);
      connection.setInstanceFollowRedirects(false);
      try {
        return OptionalInt.of(connection.getResponseCode());
      } finally {
        connection.disconnect();
      }
    } catch (IOException | IllegalArgumentException noAnswer) {
      return OptionalInt.empty();
    }
  }
}
