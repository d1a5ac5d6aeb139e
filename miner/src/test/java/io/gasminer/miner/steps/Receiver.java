package io.gasminer.miner.steps;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A validator's webhook over real HTTP: it records what arrives and answers as it is told to, with
 * {@code 200 Binary content received} unless told otherwise. Thread-safe.
 */
final class Receiver implements AutoCloseable {
  final Map<String, List<String>> statuses = new ConcurrentHashMap<>();
  private final HttpServer server;
  private volatile int status = 200;
  private volatile String words = "Binary content received";

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/generative_callback";
  }

  void answer(int code, String text) {
    status = code;
    words = text;
  }

  private void take(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String id = exchange.getRequestHeaders().getFirst("task-id");
    statuses
        .computeIfAbsent(id, unseen -> new CopyOnWriteArrayList<>())
        .add(exchange.getRequestHeaders().getFirst("task-status"));
    byte[] answer = words.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
