package io.gasminer.gascli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Owns a stand-in for OpenRouter's video API that sells one job after the other. Thread-safe. */
final class SellingVendor implements AutoCloseable {
  private static final String VIDEOS = "/api/v1/videos";

  private final HttpServer server;
  private final CountDownLatch looked = new CountDownLatch(1);
  private final List<JsonNode> sold = new ArrayList<>();
  private Optional<String> refusal = Optional.empty();
  private byte[] film = {};

  private SellingVendor(HttpServer server) {
    this.server = server;
  }

  static SellingVendor open() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SellingVendor vendor = new SellingVendor(server);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(VIDEOS, vendor::handle);
    server.start();
    return vendor;
  }

  /** What OPEN_ROUTER_BASE_URL is set to. */
  String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api";
  }

  /** What was asked for and taken. */
  synchronized List<JsonNode> sold() {
    return List.copyOf(sold);
  }

  /** Every request is refused with 401 and these words. */
  synchronized void refuse(String words) {
    refusal = Optional.of(words);
  }

  /** From now on every job is done, and this is what it made. */
  synchronized void finish(byte[] media) {
    film = media;
  }

  /** Counts down when a job is looked at. */
  CountDownLatch looked() {
    return looked;
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String rest = exchange.getRequestURI().getPath().substring(VIDEOS.length());
    try (exchange) {
      if (exchange.getRequestMethod().equals("POST")) {
        post(exchange, body);
      } else if (rest.endsWith("/content")) {
        send(exchange, 200, "video/mp4", media());
      } else {
        looked.countDown();
        String status = media().length == 0 ? "in_progress" : "completed";
        answer(exchange, 200, "{\"status\":\"" + status + "\"}");
      }
    }
  }

  private synchronized void post(HttpExchange exchange, byte[] body) throws IOException {
    if (refusal.isPresent()) {
      String words = JsonMapper.shared().writeValueAsString(refusal.get());
      answer(exchange, 401, "{\"error\":{\"message\":" + words + "}}");
      return;
    }
    sold.add(JsonMapper.shared().readTree(body));
    answer(exchange, 202, "{\"id\":\"job-%d\",\"status\":\"pending\"}".formatted(sold.size()));
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
