package io.gasminer.gascli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.gasminer.miner.config.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyProbeTest {
  private static final String KEY = "sk-never-to-be-seen-0123456789";

  /** By path: {@code "200 {…}"}. */
  private final Map<String, String> answers = new ConcurrentHashMap<>();

  private final List<String> versions = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void aProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            versions.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Runway-Version")));
            String answer = answers.getOrDefault(exchange.getRequestURI().getPath(), "404 {}");
            byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void whatIsLeftIsToldInTheProvidersOwnUnit() {
    answers.put("/v1/models", "200 {\"data\":[]}");
    answers.put("/v1/key", "200 {\"data\":{\"limit_remaining\":12.5}}");
    answers.put("/v1/user/balance", "200 {\"credits\":2500}");
    answers.put("/v1/organization", "200 {\"creditBalance\":0}");
    assertThat(ask(Provider.OPENAI)).isEqualTo(new KeyAnswer.Accepted(Optional.empty()));
    assertThat(versions).containsOnly("null");
    assertThat(left(Provider.OPENROUTER).words()).isEqualTo("12.50 USD");
    assertThat(left(Provider.STABILITY).words()).isEqualTo("2500 credits");
    assertThat(left(Provider.RUNWAY).isSpent()).isTrue();
    assertThat(versions).contains("2024-11-06");
  }

  @Test
  void aKeyWithoutALimitSpendsTheAccountsCredits() {
    answers.put("/v1/key", "200 {\"data\":{\"limit_remaining\":null}}");
    answers.put("/v1/credits", "200 {\"data\":{\"total_credits\":100,\"total_usage\":98.75}}");
    assertThat(left(Provider.OPENROUTER).words()).isEqualTo("1.25 USD");
    assertThat(left(Provider.OPENROUTER).isLittle()).isTrue();
    answers.put("/v1/credits", "403 {}");
    assertThat(ask(Provider.OPENROUTER)).isEqualTo(new KeyAnswer.Accepted(Optional.empty()));
  }

  @Test
  void eachRefusalIsToldFromTheOthersInTheProvidersWordsWithoutTheKey() {
    answers.put("/v1/models", "401 {\"error\":{\"message\":\"Incorrect: " + KEY + "\\u001b[2J\"}}");
    assertThat(ask(Provider.OPENAI))
        .isInstanceOfSatisfying(
            KeyAnswer.Refused.class,
            refused ->
                assertThat(refused.reason())
                    .startsWith("answered 401: Incorrect: ")
                    .doesNotContain(KEY, "\u001b"));
    answers.put("/v1/models", "402 {\"error\":\"pay first\"}");
    assertThat(ask(Provider.OPENAI)).isEqualTo(new KeyAnswer.NoCredit("answered 402: pay first"));
    answers.put("/v1/models", "429 {\"error\":\"insufficient_quota\"}");
    assertThat(ask(Provider.OPENAI)).isInstanceOf(KeyAnswer.NoCredit.class);
    answers.put("/v1/models", "503 {\"error\":\"overloaded\"}");
    assertThat(ask(Provider.OPENAI))
        .isEqualTo(new KeyAnswer.Unknown("answered 503: overloaded", true));
    answers.put("/v1/models", "404 {}");
    assertThat(ask(Provider.OPENAI))
        .isEqualTo(new KeyAnswer.Unknown("has no /v1/models: answered 404", false));
  }

  @Test
  void whatTheNetworkDoesMayPassAndAnUnfitKeyIsNotSent() {
    KeyProbe probe = new KeyProbe(Duration.ofSeconds(30), InstantSource.system());
    assertThat(probe.ask(Provider.OPENAI, URI.create("http://127.0.0.1:1"), new Secret(KEY)))
        .isInstanceOfSatisfying(
            KeyAnswer.Unknown.class,
            unknown -> {
              assertThat(unknown.reason()).startsWith("is not reached (");
              assertThat(unknown.mayPass()).isTrue();
            });
    assertThat(probe.ask(Provider.OPENAI, base(), new Secret("sk-one\nsk-two")))
        .isEqualTo(new KeyAnswer.Malformed());
    assertThat(versions).isEmpty();
  }

  private Balance left(Provider provider) {
    return ask(provider) instanceof KeyAnswer.Accepted(Optional<Balance> left)
        ? left.orElseThrow()
        : org.junit.jupiter.api.Assertions.fail("the key is not accepted");
  }

  private KeyAnswer ask(Provider provider) {
    return new KeyProbe(Duration.ofSeconds(30), InstantSource.system())
        .ask(provider, base(), new Secret(KEY));
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }
}
