package io.gasminer.gascli.status;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns the asking of a miner on this machine what it is: {@code /health}, then {@code /miner_info}.
 * No proxy and no redirect; at most 256 KiB each; it ends in time whatever answers.
 */
record DoorKnock(Duration patience) {
  private static final int LARGEST = 256 * 1024;
  private static final int UNAVAILABLE = 503;

  private record Page(int status, byte[] body) {}

  /** Knocks; {@code address} is what the miner listens on. */
  Door at(String address, int port) {
    if (port == 0) {
      return new Door.Closed("which port it uses is not known");
    }
    String base = "http://" + host(address) + ":" + port;
    FutureTask<Door> asking = new FutureTask<>(() -> ask(base));
    Thread.ofVirtual().name("knock").start(asking);
    try {
      return asking.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return new Door.Silent("no answer in " + patience.toMillis() / 1000.0 + " s");
    } catch (ExecutionException failed) {
      return failed.getCause() instanceof ConnectException refused
          ? new Door.Closed("nothing listens on port " + port + " (" + refused.getMessage() + ")")
          : new Door.Silent(String.valueOf(failed.getCause()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Door.Silent("the question was interrupted");
    } finally {
      asking.cancel(true);
    }
  }

  private Door ask(String base) throws IOException {
    Page health = get(base + "/health");
    if (health.status() != HttpURLConnection.HTTP_OK && health.status() != UNAVAILABLE) {
      return new Door.Silent("/health was answered with " + health.status() + ", as no miner does");
    }
    Page card = get(base + "/miner_info");
    try {
      JsonNode said = JsonMapper.shared().readTree(card.body());
      return said.isObject() && said.path("miner_type").asString("").equals("GENERATOR")
          ? new Door.Answered(health.status() == HttpURLConnection.HTTP_OK, said)
          : new Door.Silent("/miner_info is not answered as by a generative miner");
    } catch (JacksonException notJson) {
      return new Door.Silent("/miner_info is not answered with JSON");
    }
  }

  private Page get(String address) throws IOException {
    HttpURLConnection call =
        (HttpURLConnection) URI.create(address).toURL().openConnection(Proxy.NO_PROXY);
    try {
      int millis = (int) Math.max(1, patience.toMillis());
      call.setConnectTimeout(millis);
      call.setReadTimeout(millis);
      call.setInstanceFollowRedirects(false);
      call.setUseCaches(false);
      call.setRequestProperty("Connection", "close");
      int status = call.getResponseCode();
      InputStream body = status < 400 ? call.getInputStream() : call.getErrorStream();
      return new Page(status, body == null ? new byte[0] : body.readNBytes(LARGEST));
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
