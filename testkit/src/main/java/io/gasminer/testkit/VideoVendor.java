package io.gasminer.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns a stand-in for OpenRouter's video API: it sells jobs, says how they go, and remembers what
 * it was asked. Thread-safe.
 */
public final class VideoVendor implements AutoCloseable {
  private static final String VIDEOS = "/api/v1/videos";

  private final HttpServer server;
  private final List<JsonNode> sold = new ArrayList<>();
  private final Map<String, Integer> looks = new HashMap<>();
  private final Set<String> authorizations = new HashSet<>();
  private final CountDownLatch looked = new CountDownLatch(1);
  private Optional<String> refusal = Optional.empty();
  private byte[] film = {};

  private VideoVendor(HttpServer server) {
    this.server = server;
  }

  public static VideoVendor open() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    VideoVendor vendor = new VideoVendor(server);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(VIDEOS, vendor::handle);
    server.start();
    return vendor;
  }

  /** What OPEN_ROUTER_BASE_URL is set to. */
  public String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api";
  }

  /** What was asked for and taken, in order; the first is called {@code job-1}. */
  public synchronized List<JsonNode> sold() {
    return List.copyOf(sold);
  }

  /** How often each job was looked at. */
  public synchronized Map<String, Integer> looks() {
    return Map.copyOf(looks);
  }

  /** Whether a job is looked at by then, if none was before. */
  public boolean isLookedAtWithin(Duration time) throws InterruptedException {
    return looked.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What the looks were authorized with. */
  public synchronized Set<String> authorizations() {
    return Set.copyOf(authorizations);
  }

  /** From now on every order is refused with 401 and these words. */
  public synchronized void refuse(String words) {
    refusal = Optional.of(words);
  }

  /** From now on every job is done, and this is what it made. */
  public synchronized void finish(byte[] media) {
    film = media;
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String rest = exchange.getRequestURI().getPath().substring(VIDEOS.length());
    try (exchange) {
      if (exchange.getRequestMethod().equals("POST") && rest.isEmpty()) {
        sell(exchange, body);
      } else if (rest.endsWith("/content")) {
        send(exchange, 200, "video/mp4", media());
      } else if (rest.startsWith("/job-")) {
        answer(exchange, 200, "{\"status\":\"%s\"}".formatted(look(exchange, rest.substring(1))));
      } else {
        answer(exchange, 404, "{\"error\":{\"message\":\"no such page\"}}");
      }
    }
  }

  private synchronized void sell(HttpExchange exchange, byte[] body) throws IOException {
    if (refusal.isPresent()) {
      String words = JsonMapper.shared().writeValueAsString(refusal.get());
      answer(exchange, 401, "{\"error\":{\"message\":%s}}".formatted(words));
      return;
    }
    sold.add(JsonMapper.shared().readTree(body));
    answer(exchange, 202, "{\"id\":\"job-%d\",\"status\":\"pending\"}".formatted(sold.size()));
  }

  private synchronized String look(HttpExchange exchange, String job) {
    looks.merge(job, 1, Integer::sum);
    looked.countDown();
    authorizations.add("" + exchange.getRequestHeaders().getFirst("Authorization"));
    return film.length == 0 ? "in_progress" : "completed";
  }

  private synchronized byte[] media() {
    return film;
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    send(exchange, status, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
