package io.gasminer.miner.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.gasminer.bittensor.epistula.EpistulaSigner;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.miner.Vectors;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what a receiver gets from this courier with what it got from the known miner. */
class KnownMinerWebhookTest {
  private static final Instant NOW = Instant.ofEpochMilli(1_795_425_674_000L);
  private static final String VALIDATOR = Hotkey.fromUri("//Alice").address().toString();

  // Each message is signed anew, and these name the client, not the delivery.
  private static final Set<String> ITS_OWN =
      Set.of(
          "host",
          "user-agent",
          "accept",
          "accept-encoding",
          "connection",
          "epistula-uuid",
          "epistula-timestamp",
          "epistula-request-signature",
          "epistula-secret-signature-0",
          "epistula-secret-signature-1",
          "epistula-secret-signature-2",
          "content-length");

  @Test
  void aReceiverGetsWhatTheKnownMinerSends() {
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    try (Receiver receiver = new Receiver()) {
      for (JsonNode known : Vectors.read("webhooks.json").path("cases")) {
        if (known.path("requests").isEmpty()) {
          continue; // docs/differences.md#header-safe-error-message and #empty-result
        }
        Receiver.Delivery ours = delivered(known, receiver);
        compare(known, ours, wrong);
        compared++;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(compared).isEqualTo(10);
  }

  @Test
  void aFailureThatTheKnownMinerCannotReportIsReported() {
    try (Receiver receiver = new Receiver()) {
      for (String reason : List.of("line1\nline2", "žluť 🦊", "x\r\nX-Forged: 1", "\u0000")) {
        Task task = task(receiver.url(), UUID.randomUUID().toString());
        Task failed = task.failed(reason, NOW);
        assertThat(courier().deliver(failed, Optional.empty(), List.of()))
            .as(reason)
            .isInstanceOf(DeliveryOutcome.Recorded.class);
        Receiver.Delivery got = receiver.deliveries.getLast();
        assertThat(JsonMapper.shared().readTree(got.body()).path("error_message").stringValue())
            .isEqualTo(reason);
        assertThat(got.header("error-message")).matches("[ -~]+");
        assertThat(got.header("X-Forged")).isEmpty();
      }
    }
  }

  @Test
  void whereTheKnownMinerFollowsARedirectOursSendsOneRequest() {
    JsonNode seen = Vectors.read("webhook_redirects.json").path("seen");
    try (Receiver receiver = new Receiver()) {
      for (Map.Entry<String, JsonNode> known : seen.properties()) {
        String path = known.getKey();
        if (path.startsWith("/r")) {
          receiver.answers(
              exchange -> {
                exchange.getResponseHeaders().add("Location", "/final");
                Receiver.say(exchange, Integer.parseInt(path.substring(2)), "there");
              });
        } else {
          receiver.answers(HttpExchange::close);
        }
        receiver.deliveries.clear();
        Task task =
            task("http://127.0.0.1:" + receiver.port() + path, UUID.randomUUID().toString());
        Media media = new Media(new byte[5_000], "image/png", Map.of());
        assertThat(courier().deliver(task, Optional.of(media), List.of()))
            .as(path)
            .isInstanceOf(DeliveryOutcome.Again.class);
        assertThat(receiver.deliveries).as(path).hasSize(1);
        assertThat(receiver.deliveries.getFirst().method())
            .isEqualTo(known.getValue().get(0).get(0).stringValue().split(" ", 2)[0]);
      }
    }
  }

  private static Receiver.Delivery delivered(JsonNode known, Receiver receiver) {
    JsonNode request = known.path("requests").get(0);
    String target = request.path("request_line").stringValue().split(" ", 3)[1];
    Map<String, String> headers = headers(request);
    Task task =
        task(
            "http://127.0.0.1:" + receiver.port() + target + "#frag",
            headers.getOrDefault("task-id", ""));
    Optional<Media> media = Optional.empty();
    if (headers.getOrDefault("task-status", "").equals("completed")) {
      Map<String, String> facts = new LinkedHashMap<>();
      headers.forEach(
          (name, value) -> {
            if (name.startsWith("x-meta-")) {
              facts.put(name.substring("x-meta-".length()).replace('-', '_'), value);
            }
          });
      String type = headers.getOrDefault("content-type", "");
      media = Optional.of(new Media(new byte[request.path("body_len").intValue()], type, facts));
    } else {
      task = task.failed(message(request), NOW);
    }
    courier().deliver(task, media, List.of());
    return receiver.deliveries.getLast();
  }

  private static void compare(JsonNode known, Receiver.Delivery ours, List<String> wrong) {
    String name = known.path("name").stringValue();
    JsonNode request = known.path("requests").get(0);
    String line = ours.method() + " " + ours.target() + " HTTP/1.1";
    if (!line.equals(request.path("request_line").stringValue())) {
      wrong.add(name + ": " + line);
    }
    headers(request)
        .forEach(
            (header, value) -> {
              // docs/differences.md#header-safe-error-message: one line of ASCII.
              String expected =
                  header.equals("error-message") ? Parcel.headerSafe(value) : value.strip();
              if (ITS_OWN.contains(header)
                  ? ours.header(header).isEmpty() && header.startsWith("epistula")
                  : !ours.header(header).equals(expected)) {
                wrong.add(name + ": " + header + ": " + ours.header(header) + ", not " + value);
              }
            });
    if (request.path("body_text").isString()
        && !JsonMapper.shared()
            .readTree(ours.body())
            .equals(JsonMapper.shared().readTree(request.path("body_text").stringValue()))) {
      wrong.add(name + ": " + new String(ours.body(), StandardCharsets.UTF_8));
    }
  }

  private static String message(JsonNode request) {
    return JsonMapper.shared()
        .readTree(request.path("body_text").stringValue())
        .path("error_message")
        .stringValue();
  }

  private static Map<String, String> headers(JsonNode request) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (JsonNode line : request.path("headers_in_order")) {
      String text = line.stringValue();
      int colon = text.indexOf(':');
      headers.put(text.substring(0, colon).toLowerCase(Locale.ROOT), text.substring(colon + 2));
    }
    return headers;
  }

  private static Courier courier() {
    return new Courier(
        EgressGuard.allowing(Resolver.system(), List.of("127.0.0.0/8")),
        new EpistulaSigner(
            Hotkey.fromUri("//Bob"), InstantSource.fixed(NOW), () -> UUID.randomUUID().toString()),
        new WebhookStats(),
        new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(2)),
        Duration.ofSeconds(5),
        InstantSource.fixed(NOW),
        new SplittableRandom(7));
  }

  private static Task task(String url, String id) {
    return Task.accepted(
        TaskId.parse(id).orElseThrow(), Modality.IMAGE, "a red fox", Map.of(), url, VALIDATOR, NOW);
  }
}
