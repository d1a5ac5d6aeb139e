package io.gasminer.miner.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.gasminer.bittensor.epistula.Caller;
import io.gasminer.bittensor.epistula.Claimed;
import io.gasminer.bittensor.epistula.EpistulaSigner;
import io.gasminer.bittensor.epistula.EpistulaVerifier;
import io.gasminer.bittensor.epistula.Signer;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.miner.SettableClock;
import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourierTest {
  private static final Instant START = Instant.ofEpochMilli(1_795_425_661_000L);
  private static final Hotkey MINER = Hotkey.fromUri("//Bob");
  private static final Hotkey VALIDATOR = Hotkey.fromUri("//Alice");
  private static final Media PNG =
      new Media(
          new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 7},
          "image/png",
          Map.of("generation_time", "1.5", "model", "naïve\r\nX-Forged: 1"));

  private final Receiver receiver = new Receiver();
  private final SettableClock clock = new SettableClock(START);
  private final WebhookStats stats = new WebhookStats();
  private final Courier courier = courier(Duration.ofSeconds(5));

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void aResultArrivesUnchangedAndSignedForItsValidator() {
    assertThat(deliver(List.of())).isInstanceOf(DeliveryOutcome.Recorded.class);
    Receiver.Delivery got = receiver.deliveries.getFirst();
    assertThat(got.body()).isEqualTo(PNG.bytes());
    assertThat(got.header("Content-Type")).isEqualTo("image/png");
    assertThat(got.header("Content-Length")).isEqualTo("9");
    assertThat(got.header("task-status")).isEqualTo("completed");
    assertThat(got.header("x-meta-generation-time")).isEqualTo("1.5");
    assertThat(got.header("x-meta-model")).isEqualTo("na?ve X-Forged: 1");
    assertThat(got.header("X-Forged")).isEmpty();
    assertThat(verified(got)).isTrue();
  }

  @Test
  void everyAttemptIsSignedAnew() {
    receiver.answers(500, "later");
    Set<String> signatures = new LinkedHashSet<>();
    for (int attempt = 0; attempt < 3; attempt++) {
      assertThat(deliver(List.of())).isInstanceOf(DeliveryOutcome.Again.class);
      clock.advance(Duration.ofMinutes(10));
    }
    for (Receiver.Delivery delivery : receiver.deliveries) {
      signatures.add(delivery.header("Epistula-Request-Signature"));
    }
    assertThat(signatures).hasSize(3);
  }

  @Test
  void everyAnswerMeansWhatTheProtocolSays() {
    List<String> wrong = new ArrayList<>();
    check(wrong, 200, "Binary content received", "Recorded recorded");
    check(wrong, 200, "Failure recorded", "Recorded recorded");
    check(wrong, 204, "", "Recorded recorded");
    check(wrong, 200, "Task already processed", "Recorded already-processed");
    check(wrong, 200, "Task not found in current session", "Again unknown-task");
    for (String verdict :
        List.of(
            "C2PA verification failed: no manifest",
            "Duplicate content detected",
            "Global duplicate content detected",
            "Corrupted or unreadable media",
            "C2PA manifest signed before challenge was issued",
            "a reason of tomorrow")) {
      check(wrong, 400, verdict, "Refused refused");
    }
    for (String ours :
        List.of(
            "Only image, video, and application/octet-stream content types are supported",
            "Missing task-id header",
            "Empty binary payload",
            "{\"detail\": \"Signature Mismatch\"}",
            "{\"detail\":\"Request is too stale: 16.0s old (limit: 15.0s)\"}")) {
      check(wrong, 400, ours, "Again our-request-wrong");
    }
    check(wrong, 401, "{\"detail\":\"Signer not in metagraph\"}", "Again our-request-wrong");
    for (int status : new int[] {301, 302, 303, 307, 308, 403, 404, 408, 410, 413, 429}) {
      check(wrong, status, "no", "Again not-delivered");
    }
    for (int status : new int[] {500, 502, 503, 504, 599}) {
      check(wrong, status, "no", "Again not-delivered");
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aFaultOfOursIsNotRepeatedForEver() {
    receiver.answers(401, "{\"detail\": \"Signer not in metagraph\"}");
    Attempt past = new Attempt(START, Optional.of(401), "", "our-request-wrong");
    assertThat(deliver(List.of(past))).isInstanceOf(DeliveryOutcome.Again.class);
    assertThat(deliver(List.of(past, past))).isInstanceOf(DeliveryOutcome.Refused.class);
  }

  @Test
  void aReceiverThatAsksForTimeGetsItButNotBeyondReason() {
    receiver.answers(
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "120");
          Receiver.say(exchange, 429, "slow down");
        });
    assertThat(deliver(List.of()))
        .isInstanceOfSatisfying(
            DeliveryOutcome.Again.class,
            again -> assertThat(again.at()).isEqualTo(START.plusSeconds(120)));
    receiver.answers(
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "99999");
          Receiver.say(exchange, 429, "slow down");
        });
    assertThat(deliver(List.of()))
        .isInstanceOfSatisfying(
            DeliveryOutcome.Again.class,
            again -> assertThat(again.at()).isEqualTo(START.plusSeconds(600)));
  }

  @Test
  void theClientNeverSendsAnythingOnItsOwn() {
    receiver.answers(
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "0");
          Receiver.say(exchange, 503, "again, at once");
        });
    assertThat(deliver(List.of())).isInstanceOf(DeliveryOutcome.Again.class);
    receiver.answers(HttpExchange::close);
    assertThat(deliver(List.of())).isInstanceOf(DeliveryOutcome.Again.class);
    assertThat(receiver.deliveries).hasSize(2);
  }

  @Test
  void redirectsAreNotFollowed() {
    for (int status : new int[] {301, 302, 303, 307, 308}) {
      receiver.answers(
          exchange -> {
            exchange.getResponseHeaders().add("Location", "/final");
            Receiver.say(exchange, status, "there");
          });
      assertThat(deliver(List.of())).isInstanceOf(DeliveryOutcome.Again.class);
    }
    assertThat(receiver.deliveries)
        .hasSize(5)
        .allSatisfy(got -> assertThat(got.target()).isEqualTo("/generative_callback"));
  }

  @Test
  void anEndlessAnswerIsCut() {
    receiver.answers(
        exchange -> {
          exchange.sendResponseHeaders(400, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            byte[] flood = "C2PA verification failed ".repeat(400).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1_000; i++) {
              out.write(flood);
            }
          } catch (IOException theCourierHasHeardEnough) {
            exchange.close();
          }
        });
    DeliveryOutcome outcome = deliver(List.of());
    assertThat(outcome).isInstanceOf(DeliveryOutcome.Refused.class);
    assertThat(outcome.attempt().answer()).hasSize(2_000).startsWith("C2PA verification failed");
  }

  @Test
  void aReceiverThatNeverAnswersIsLeft() {
    receiver.answers(exchange -> {});
    Courier hasty = courier(Duration.ofMillis(300));
    DeliveryOutcome outcome = hasty.deliver(task(receiver.url()), Optional.of(PNG), List.of());
    assertThat(outcome).isInstanceOf(DeliveryOutcome.Again.class);
    assertThat(outcome.attempt().status()).isEmpty();
    assertThat(stats.snapshot().values())
        .singleElement()
        .satisfies(counts -> assertThat(counts.failures()).containsEntry("connection_timeout", 1L));
  }

  @Test
  void deliveryGoesOnUntilTheChallengeIsTwoHoursOld() {
    receiver.answers(500, "later");
    clock.set(START.plus(Duration.ofMinutes(119)));
    assertThat(deliver(List.of())).isInstanceOf(DeliveryOutcome.Again.class);
    clock.set(START.plus(Duration.ofHours(2)));
    assertThat(deliver(List.of())).isInstanceOf(DeliveryOutcome.GivenUp.class);
  }

  @Test
  void anAddressThatMayNotBeCalledIsNotCalled() {
    for (String address : List.of("not a url", "ftp://127.0.0.1/", "http://10.0.0.1/x", "")) {
      DeliveryOutcome outcome = courier.deliver(task(address), Optional.of(PNG), List.of());
      assertThat(outcome).as(address).isInstanceOf(DeliveryOutcome.Refused.class);
      assertThat(outcome.attempt().outcome()).isEqualTo("blocked");
    }
  }

  @Test
  void aNameIsCalledByItsNameAtThePinnedAddress() {
    String url = "http://validator.example:" + receiver.port() + "/cb?x=1&y=%20z#frag";
    assertThat(courier.deliver(task(url), Optional.of(PNG), List.of()))
        .isInstanceOf(DeliveryOutcome.Recorded.class);
    Receiver.Delivery got = receiver.deliveries.getFirst();
    assertThat(got.header("Host")).isEqualTo("validator.example:" + receiver.port());
    assertThat(got.target()).isEqualTo("/cb?x=1&y=%20z");
  }

  @Test
  void attemptsLeaveNoConnectionsAndNoThreadsBehind() {
    deliver(List.of());
    int before = Thread.activeCount();
    for (int attempt = 0; attempt < 50; attempt++) {
      assertThat(deliver(List.of())).isInstanceOf(DeliveryOutcome.Recorded.class);
    }
    assertThat(Thread.activeCount()).isLessThanOrEqualTo(before + 2);
  }

  private void check(List<String> wrong, int status, String words, String expected) {
    receiver.answers(status, words);
    DeliveryOutcome outcome = deliver(List.of());
    String actual = outcome.getClass().getSimpleName() + " " + outcome.attempt().outcome();
    if (!actual.equals(expected) || !outcome.attempt().status().equals(Optional.of(status))) {
      wrong.add(status + " " + words + " → " + actual + ", expected " + expected);
    }
  }

  private DeliveryOutcome deliver(List<Attempt> before) {
    return courier.deliver(task(receiver.url()), Optional.of(PNG), before);
  }

  private boolean verified(Receiver.Delivery delivery) {
    EpistulaVerifier verifier =
        new EpistulaVerifier(
            VALIDATOR.address(), hotkey -> Optional.of(new Signer(hotkey, 1, 0, false)), false);
    return verifier.checkHeaders(new Receiver.SignedLookup(delivery), clock.instant())
            instanceof Claimed claimed
        && claimed.checkBody(delivery.body()) instanceof Caller caller
        && caller.signer().hotkey().equals(MINER.address());
  }

  private Courier courier(Duration timeout) {
    EgressGuard guard =
        EgressGuard.allowing(
            host ->
                host.endsWith(".example")
                    ? Resolver.system().resolve("127.0.0.1")
                    : Resolver.system().resolve(host),
            List.of("127.0.0.0/8"));
    return new Courier(
        guard,
        new EpistulaSigner(MINER, clock, () -> UUID.randomUUID().toString()),
        stats,
        new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(2)),
        timeout,
        clock,
        new SplittableRandom(7));
  }

  private static Task task(String url) {
    return Task.accepted(
        new TaskId(UUID.fromString("70dd9be1-1c4d-47b3-8874-7eb2ea3c6318")),
        Modality.IMAGE,
        "a red fox",
        Map.of(),
        url,
        VALIDATOR.address().toString(),
        START);
  }
}
