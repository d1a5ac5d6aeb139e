package io.gasminer.miner.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gasminer.bittensor.epistula.HeaderLookup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A validator's callback on loopback that remembers what it got and answers as it is told. */
final class Receiver implements AutoCloseable {
  /** What came in. */
  record Delivery(String method, String target, Map<String, List<String>> headers, byte[] body) {
    String header(String name) {
      return headers.entrySet().stream()
          .filter(entry -> entry.getKey().equalsIgnoreCase(name))
          .map(entry -> entry.getValue().getFirst())
          .findFirst()
          .orElse("");
    }
  }

  /** How an exchange is answered. */
  @FunctionalInterface
  interface Answering {
    void answer(HttpExchange exchange) throws IOException;
  }

  final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile Answering answering = exchange -> say(exchange, 200, "Binary content received");

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  void answers(int status, String words) {
    answering = exchange -> say(exchange, status, words);
  }

  void answers(Answering how) {
    answering = how;
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/generative_callback";
  }

  static void say(HttpExchange exchange, int status, String words) throws IOException {
    byte[] body = words.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private void take(HttpExchange exchange) throws IOException {
    deliveries.add(
        new Delivery(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            Map.copyOf(exchange.getRequestHeaders()),
            exchange.getRequestBody().readAllBytes()));
    answering.answer(exchange);
  }

  /** A delivery's headers as a verifier reads them. */
  record SignedLookup(Delivery delivery) implements HeaderLookup {
    @Override
    public Optional<String> first(String name) {
      String value = delivery.header(name);
      return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
