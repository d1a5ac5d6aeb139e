package io.gasminer.gascli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.probe.KeyProbe;
import io.gasminer.gascli.probe.WebStandIn;
import io.gasminer.miner.config.ConfigLoader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyCheckTest {
  private static final String KEY = "sk-never-to-be-seen-0123456789";

  private final WebStandIn provider = new WebStandIn();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void eachProviderIsAskedForNothingThatCosts() {
    provider
        .on("/v1/models", 200, "{\"data\":[]}")
        .on("/v1/key", 200, "{\"data\":{\"limit_remaining\":12.5}}")
        .on("/v1/user/balance", 200, "{\"credits\":2500}")
        .on("/v1/organization", 200, "{\"creditBalance\":1000}");
    assertThat(look("openai").what()).isEqualTo("OPENAI_API_KEY is accepted");
    assertThat(look("openrouter").what())
        .isEqualTo("OPEN_ROUTER_API_KEY is accepted; 12.50 USD are left");
    assertThat(look("stabilityai").what())
        .isEqualTo("STABILITY_API_KEY is accepted; 2500 credits are left");
    assertThat(look("runway").what())
        .isEqualTo("RUNWAYML_API_KEY is accepted; 1000 credits are left");
    assertThat(provider.authorizations()).containsOnly("Bearer " + KEY);
  }

  @Test
  void aKeyThatIsNotAcceptedIsAFailureInTheProvidersWordsWithoutTheKey() {
    provider.on(
        "/v1/models", 401, "{\"error\":{\"message\":\"Incorrect API key provided: " + KEY + "\"}}");
    assertThat(look("openai"))
        .isInstanceOfSatisfying(
            Finding.Failure.class,
            failure -> {
              assertThat(failure.what()).contains("401", "Incorrect API key", "OPENAI_API_KEY");
              assertThat(failure.mayPass()).isFalse();
            });
    assertThat(look("openai").toString()).doesNotContain(KEY);
  }

  @Test
  void anAccountThatIsEmptyOrNearlySoIsTold() {
    provider
        .on("/v1/key", 200, "{\"data\":{\"limit_remaining\":null}}")
        .on("/v1/credits", 200, "{\"data\":{\"total_credits\":100,\"total_usage\":98.75}}")
        .on("/v1/user/balance", 200, "{\"credits\":0}");
    assertThat(look("openrouter"))
        .isInstanceOfSatisfying(
            Finding.Warning.class,
            warning -> assertThat(warning.what()).contains("1.25 USD are left"));
    assertThat(look("stabilityai"))
        .isInstanceOfSatisfying(
            Finding.Failure.class, failure -> assertThat(failure.mayPass()).isFalse());
    provider.on("/v1/user/balance", 402, "{\"message\":\"no money\"}");
    assertThat(look("stabilityai"))
        .as("another key would not help")
        .isEqualTo(
            Finding.lasting(
                "stabilityai answered 402: no money",
                "nothing can be bought",
                "buy credits at stabilityai"));
    provider.on("/v1/credits", 403, "{}");
    assertThat(look("openrouter").what()).contains("no limit is told");
  }

  @Test
  void whatTheNetworkDoesMayPassAndIsBounded() {
    provider.on("/v1/models", 503, "{\"error\":\"overloaded\"}").silentOn("/v1/user/balance");
    assertThat(look("openai"))
        .isInstanceOfSatisfying(
            Finding.Failure.class, failure -> assertThat(failure.mayPass()).isTrue());
    long begun = System.nanoTime();
    assertThat(check(key("stabilityai", provider.base(), KEY), Duration.ofMillis(300)))
        .isInstanceOfSatisfying(
            Finding.Failure.class,
            failure -> {
              assertThat(failure.what()).contains("does not answer");
              assertThat(failure.mayPass()).isTrue();
            });
    assertThat(System.nanoTime() - begun).isLessThan(20_000_000_000L);
    assertThat(look("runway"))
        .isInstanceOfSatisfying(
            Finding.Warning.class,
            warning -> assertThat(warning.what()).contains("has no /v1/organization"));
  }

  @Test
  void aKeyThatNobodyNeedsTodayIsNoFailure() {
    provider.on("/v1/models", 401, "{}");
    ProviderKey key = key("openai", provider.base(), KEY);
    assertThat(check(new ProviderKey(key.provider(), key.key(), key.base(), false)))
        .isInstanceOf(Finding.Warning.class);
  }

  @Test
  void aKeyThatCannotBeSentIsNotSentAndNotShown() {
    Finding finding = check(key("openai", provider.base(), "sk-one\nsk-two"));
    assertThat(finding)
        .isInstanceOfSatisfying(
            Finding.Failure.class, failure -> assertThat(failure.what()).contains("a blank"));
    assertThat(finding.toString()).doesNotContain("sk-");
    assertThat(provider.authorizations()).isEmpty();
  }

  private Finding look(String name) {
    return check(key(name, provider.base(), KEY));
  }

  private static Finding check(ProviderKey key) {
    return check(key, Duration.ofSeconds(30));
  }

  private static Finding check(ProviderKey key, Duration within) {
    return new KeyCheck(key, new KeyProbe(within, InstantSource.system())).look().getFirst();
  }

  private static ProviderKey key(String name, URI base, String key) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(name.equals("runway") ? "VIDEO_SERVICE" : "IMAGE_SERVICE", name);
    for (String provider : new String[] {"OPENAI", "OPEN_ROUTER", "STABILITY", "RUNWAYML"}) {
      settings.put(provider + "_API_KEY", key);
      settings.put(provider + "_BASE_URL", base.toString());
    }
    return ProviderKey.of(
            ConfigLoader.examine(settings, Map.of(), Optional.empty(), Path.of("/"))
                .config()
                .services())
        .stream()
        .filter(one -> one.provider().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
