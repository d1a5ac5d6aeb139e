package io.gasminer.gascli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gasminer.bittensor.sr25519.VerifyingKey;
import io.gasminer.bittensor.ss58.Ss58Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * Owns a stand-in for the subnet's API on loopback: it verifies the signature by itself, as the
 * field describes it, and answers what it was told to.
 */
final class ApiStandIn implements AutoCloseable {
  private static final String PATH = "/api/v1/generator/performance";

  private final HttpServer server;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<String> queries = new CopyOnWriteArrayList<>();
  private final Map<String, String> headers = new ConcurrentHashMap<>();
  private volatile int status = 200;
  private volatile byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
  private volatile boolean silent;

  ApiStandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(PATH, this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void answers(int code, String json) {
    answers(code, json.getBytes(StandardCharsets.UTF_8));
  }

  void answers(int code, byte[] bytes) {
    status = code;
    body = bytes;
  }

  void answersNothing() {
    silent = true;
  }

  void with(String header, String value) {
    headers.put(header, value);
  }

  /** What was asked, as the part of the address after the question mark. */
  List<String> queries() {
    return queries;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      queries.add(exchange.getRequestURI().getRawQuery());
      byte[] sent = exchange.getRequestBody().readAllBytes();
      if (silent) {
        closing.await();
      }
      Optional<String> fault = fault(exchange, sent);
      if (fault.isPresent()) {
        send(
            exchange,
            401,
            ("{\"detail\":\"" + fault.get() + "\"}").getBytes(StandardCharsets.UTF_8));
        return;
      }
      headers.forEach(exchange.getResponseHeaders()::set);
      send(exchange, status, body);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<String> fault(HttpExchange exchange, byte[] sent) {
    if (sent.length != 0) {
      return Optional.of("a body");
    }
    if (exchange.getRequestHeaders().containsKey("Epistula-Signed-For")) {
      return Optional.of("signed for somebody");
    }
    if (!header(exchange, "Epistula-Version").equals("2")) {
      return Optional.of("another version");
    }
    String message =
        HexFormat.of().formatHex(sha256(sent))
            + "."
            + header(exchange, "Epistula-Uuid")
            + "."
            + header(exchange, "Epistula-Timestamp")
            + ".";
    return Ss58Address.parse(header(exchange, "Epistula-Signed-By"))
        .flatMap(address -> VerifyingKey.decode(address.publicKey()))
        .filter(
            key ->
                key.verifies(
                    message.getBytes(StandardCharsets.UTF_8),
                    HexFormat.of()
                        .parseHex(header(exchange, "Epistula-Request-Signature").substring(2))))
        .map(_ -> Optional.<String>empty())
        .orElse(Optional.of("Signature mismatch"));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("0x");
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
