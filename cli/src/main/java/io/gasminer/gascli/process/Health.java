package io.gasminer.gascli.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/**
 * Owns the question to a miner on this machine whether it answers.
 *
 * <p>All that validators may ask needs a signature, and each request without one leaves a line in
 * the miner's log. {@code /health/}, with one slash too many, needs none and leaves none.
 */
final class Health {
  private static final int LIMIT = (int) Duration.ofSeconds(2).toMillis();

  private Health() {}

  /** The address of this machine at which what listens on {@code address} can be asked. */
  static String reachable(String address) {
    return address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
  }

  /** Whether it answers, whatever it answers. */
  static boolean answers(String host, int port) {
    String name = host.contains(":") ? "[" + host + "]" : host;
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://" + name + ":" + port + "/health/")
                  .toURL()
                  .openConnection(java.net.Proxy.NO_PROXY);
      connection.setConnectTimeout(LIMIT);
      connection.setReadTimeout(LIMIT);
      connection.setInstanceFollowRedirects(false);
      connection.setRequestProperty("Connection", "close");
      try {
        return connection.getResponseCode() > 0;
      } finally {
        connection.disconnect();
      }
    } catch (IOException | IllegalArgumentException noAnswer) {
      return false;
    }
  }
}
