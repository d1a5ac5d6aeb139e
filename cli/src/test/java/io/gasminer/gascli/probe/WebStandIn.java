package io.gasminer.gascli.probe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Owns a provider on loopback that answers each path by script, and 404 otherwise. */
public final class WebStandIn implements AutoCloseable {
  private record Reply(int status, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();

  /** Listens. */
  public WebStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Answers that path, query and all, so. */
  public WebStandIn on(String path, int status, String body) {
    replies.put(path, new Reply(status, body));
    return this;
  }

  /** Answers who knocks as a miner does. */
  public WebStandIn asMiner() {
    return on("/health/", 307, "");
  }

  /** Says nothing until it is closed. */
  public WebStandIn silentOn(String path) {
    return on(path, 0, "");
  }

  /** Where it listens. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The port of it. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** The paths. */
  public List<String> asked() {
    return asked;
  }

  /** What came with each question as its authorization. */
  public List<String> authorizations() {
    return authorizations;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(exchange.getRequestURI().toString());
      authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      Reply reply = replies.getOrDefault(exchange.getRequestURI().toString(), new Reply(404, "{}"));
      if (reply.status() == 0) {
        closed.await();
        return;
      }
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      if (reply.status() == 307) {
        exchange.getResponseHeaders().set("Location", base() + "/health");
      }
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(reply.status(), head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.close();
  }
}
