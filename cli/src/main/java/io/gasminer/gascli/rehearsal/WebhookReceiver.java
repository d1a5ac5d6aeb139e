package io.gasminer.gascli.rehearsal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gasminer.bittensor.epistula.Caller;
import io.gasminer.bittensor.epistula.Claimed;
import io.gasminer.bittensor.epistula.EpistulaFault;
import io.gasminer.bittensor.epistula.EpistulaVerifier;
import io.gasminer.bittensor.epistula.Signer;
import io.gasminer.bittensor.ss58.Ss58Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Owns the validator's callback: it checks each delivery's signature and answers in its words.
 *
 * <p>Thread-safe. A task counts from the moment that the validator has read the 201, as in the
 * field.
 */
public final class WebhookReceiver implements AutoCloseable {
  private static final String PATH = "/generative_callback";
  private static final int LARGEST = 512 * 1024 * 1024;

  private final HttpServer server;
  private final EpistulaVerifier verifier;
  private final InstantSource clock;
  private final Map<String, CompletableFuture<Delivery>> expected = new ConcurrentHashMap<>();

  private final Map<String, Integer> arrivals = new ConcurrentHashMap<>();

  private WebhookReceiver(HttpServer server, EpistulaVerifier verifier, InstantSource clock) {
    this.server = server;
    this.verifier = verifier;
    this.clock = clock;
  }

  /**
   * Listens on loopback for what {@code miner} signs for {@code self}.
   *
   * @param port the port, or 0 for a free one
   */
  public static WebhookReceiver open(
      Ss58Address self, Ss58Address miner, int port, InstantSource clock) throws IOException {
    Signer known = new Signer(miner, 1, 0, false);
    EpistulaVerifier verifier =
        new EpistulaVerifier(
            self, key -> Optional.of(known).filter(signer -> signer.hotkey().equals(key)), false);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    WebhookReceiver receiver = new WebhookReceiver(server, verifier, clock);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(PATH, receiver::handle);
    server.start();
    return receiver;
  }

  /** The address that goes into {@code X-Webhook-URL}. */
  public String url() {
    return "http://127.0.0.1:" + port() + PATH;
  }

  /** From now on the task is known to this validator. */
  public void know(String taskId) {
    expected.putIfAbsent(taskId, new CompletableFuture<>());
  }

  /** Whether a known task's delivery has come. */
  public boolean isDelivered(String taskId) {
    CompletableFuture<Delivery> delivery = expected.get(taskId);
    return delivery != null && delivery.isDone();
  }

  /** Waits for a known task's delivery; empty when it does not come in time. */
  public Optional<Delivery> await(String taskId, Duration limit) throws InterruptedException {
    CompletableFuture<Delivery> delivery =
        expected.computeIfAbsent(taskId, id -> new CompletableFuture<>());
    try {
      return Optional.of(delivery.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException | ExecutionException nothingCame) {
      return Optional.empty();
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** How often this receiver was sent the task, recorded or not. */
  public int arrivals(String taskId) {
    return arrivals.getOrDefault(taskId, 0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Instant arrival = clock.instant();
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST);
      Optional<EpistulaFault> fault = faultOf(exchange, body, arrival);
      if (fault.isPresent()) {
        answer(
            exchange, fault.get().status(), "{\"detail\":\"%s\"}".formatted(fault.get().detail()));
        return;
      }
      answer(exchange, 200, "{\"message\":\"%s\"}".formatted(receive(exchange, body)));
    }
  }

  private Optional<EpistulaFault> faultOf(HttpExchange exchange, byte[] body, Instant arrival) {
    var headers = exchange.getRequestHeaders();
    return switch (verifier.checkHeaders(
        name -> Optional.ofNullable(headers.getFirst(name)), arrival)) {
      case EpistulaFault fault -> Optional.of(fault);
      case Claimed claimed ->
          switch (claimed.checkBody(body)) {
            case EpistulaFault fault -> Optional.of(fault);
            case Caller signedByTheMiner -> Optional.empty();
          };
    };
  }

  private String receive(HttpExchange exchange, byte[] body) {
    var headers = exchange.getRequestHeaders();
    String taskId = header(exchange, "task-id");
    arrivals.merge(taskId, 1, Integer::sum);
    CompletableFuture<Delivery> waiting = expected.get(taskId);
    if (waiting == null) {
      return "Task not found in current session";
    }
    boolean failed = "failed".equals(headers.getFirst("task-status"));
    Delivery delivery =
        new Delivery(
            taskId,
            body,
            header(exchange, "Content-Type"),
            clock.instant(),
            failed ? Optional.of(header(exchange, "error-message")) : Optional.empty());
    if (!waiting.complete(delivery)) {
      return "Task already processed";
    }
    return failed ? "Failure recorded" : "Binary content received";
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
