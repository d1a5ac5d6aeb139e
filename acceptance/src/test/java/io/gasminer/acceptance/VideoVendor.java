package io.gasminer.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns a stand-in for OpenRouter's video API: it sells jobs, says how they go, and remembers what
 * it was asked. Thread-safe.
 */
final class VideoVendor implements AutoCloseable {
  private static final String VIDEOS = "/api/v1/videos";

  private final HttpServer server;
  private final Map<String, String> promptOf = new LinkedHashMap<>();
  private final Map<String, Integer> looks = new HashMap<>();
  private final Set<String> authorizations = new HashSet<>();
  private byte[] film = {};

  private VideoVendor(HttpServer server) {
    this.server = server;
  }

  static VideoVendor open() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    VideoVendor vendor = new VideoVendor(server);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(VIDEOS, vendor::handle);
    server.start();
    return vendor;
  }

  /** What OPEN_ROUTER_BASE_URL is set to. */
  String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api";
  }

  /** The jobs sold so far, and the prompt of each. */
  synchronized Map<String, String> sold() {
    return Map.copyOf(promptOf);
  }

  /** How often each job was looked at. */
  synchronized Map<String, Integer> looks() {
    return Map.copyOf(looks);
  }

  synchronized Set<String> authorizations() {
    return Set.copyOf(authorizations);
  }

  /** From now on every job is done, and this is what it made. */
  synchronized void finish(byte[] media) {
    film = media;
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String rest = exchange.getRequestURI().getPath().substring(VIDEOS.length());
    try (exchange) {
      if (exchange.getRequestMethod().equals("POST") && rest.isEmpty()) {
        answer(exchange, 202, "{\"id\":\"%s\",\"status\":\"pending\"}".formatted(sell(body)));
      } else if (rest.endsWith("/content")) {
        send(exchange, 200, "video/mp4", media());
      } else if (rest.startsWith("/job-")) {
        answer(exchange, 200, "{\"status\":\"%s\"}".formatted(look(exchange, rest.substring(1))));
      } else {
        answer(exchange, 404, "{\"error\":{\"message\":\"no such page\"}}");
      }
    }
  }

  private synchronized String sell(byte[] body) {
    String job = "job-" + (promptOf.size() + 1);
    promptOf.put(job, JsonMapper.shared().readTree(body).path("prompt").asString(""));
    return job;
  }

  private synchronized String look(HttpExchange exchange, String job) {
    looks.merge(job, 1, Integer::sum);
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
