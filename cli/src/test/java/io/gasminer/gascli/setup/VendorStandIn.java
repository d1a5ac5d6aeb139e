package io.gasminer.gascli.setup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Owns a server on loopback that takes one key, as all four vendors do. */
final class VendorStandIn implements AutoCloseable {
  static final String KEY = "sk-the-right-key-0123456789";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  VendorStandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    answers.put("/v1/models", "200 {\"data\":[{\"id\":\"gpt-image-2\"}]}");
    answers.put("/v1/key", "200 {\"data\":{\"limit_remaining\":74.5}}");
    answers.put("/v1/user/balance", "200 {\"credits\":0.63}");
    answers.put("/v1/organization", "200 {\"creditBalance\":1200}");
  }

  int port() {
    return server.getAddress().getPort();
  }

  String base() {
    return "http://127.0.0.1:" + port();
  }

  /** Answers that path so from now on: {@code "200 {…}"}. */
  void says(String path, String answer) {
    answers.put(path, answer);
  }

  List<String> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(exchange.getRequestMethod() + " " + path);
    boolean right =
        ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    String answer =
        right ? answers.getOrDefault(path, "404 {}") : "401 {\"error\":\"Incorrect API key\"}";
    byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
