package io.gasminer.miner.generation.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Owns a server on loopback that answers by script. Thread-safe.
 *
 * <p>Replies are queued for a method and the beginning of a path; the last one repeats. What nobody
 * scripted is answered with 404, as vendors do.
 */
public final class StandIn implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, Deque<Reply>> script = new LinkedHashMap<>();
  private final List<Asked> asked = new ArrayList<>();

  /** A server on a free port. */
  public StandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where it is. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Queues replies; a later call for the same method and path replaces them. */
  public synchronized StandIn on(String method, String pathStart, Reply... replies) {
    script.put(method + " " + pathStart, new ArrayDeque<>(List.of(replies)));
    return this;
  }

  /** Every request so far. */
  public synchronized List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** The requests with this method whose path begins so. */
  public List<Asked> asked(String method, String pathStart) {
    return asked().stream()
        .filter(one -> one.method().equals(method) && one.path().startsWith(pathStart))
        .toList();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    Reply reply =
        next(
            new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                exchange.getRequestBody().readAllBytes()));
    if (reply.silent()) {
      awaitClose();
      exchange.close();
      return;
    }
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(reply.status(), reply.announced() == 0 ? -1 : reply.announced());
    if (reply.announced() > 0) {
      exchange.getResponseBody().write(reply.body());
      exchange.getResponseBody().flush();
    }
    // Closing before all that was announced is written cuts the connection.
    exchange.close();
  }

  private synchronized Reply next(Asked request) {
    asked.add(request);
    String key = request.method() + " " + request.path();
    Deque<Reply> replies =
        script.entrySet().stream()
            .filter(entry -> key.startsWith(entry.getKey()))
            .max(java.util.Comparator.comparingInt(entry -> entry.getKey().length()))
            .map(Map.Entry::getValue)
            .orElseGet(() -> new ArrayDeque<>(List.of(Reply.json(404, "{\"error\":\"no\"}"))));
    return replies.size() > 1 ? replies.removeFirst() : replies.getFirst();
  }

  private void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
