package io.gasminer.gascli.probe;

import io.gasminer.miner.config.Secret;
import io.gasminer.miner.generation.http.VendorHttp;
import io.gasminer.miner.generation.runway.RunwayProvider;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns what has to be known of a provider to ask it about a key.
 *
 * @param name as the settings spell it
 * @param title for people
 * @param settings how the names of its own settings begin
 * @param headers that it wants on every request
 * @param question the path of what costs nothing and is answered only to whoever has the key
 * @param purse where the answer says what the key still pays for; empty where it never does
 */
public record Provider(
    String name,
    String title,
    String settings,
    Map<String, String> headers,
    String question,
    Optional<Purse> purse) {
  /** Images. */
  public static final Provider OPENAI =
      new Provider("openai", "OpenAI", "OPENAI", Map.of(), "/v1/models", Optional.empty());

  /** Images and video. Its list of models is public, so that would take any key. */
  public static final Provider OPENROUTER =
      new Provider(
          "openrouter",
          "OpenRouter",
          "OPEN_ROUTER",
          Map.of(),
          "/v1/key",
          Optional.of(Purse.dollars("data", "limit_remaining")));

  /** Images. */
  public static final Provider STABILITY =
      new Provider(
          "stabilityai",
          "Stability AI",
          "STABILITY",
          Map.of(),
          "/v1/user/balance",
          Optional.of(Purse.credits("credits")));

  /** Video. */
  public static final Provider RUNWAY =
      new Provider(
          "runway",
          "Runway",
          "RUNWAYML",
          RunwayProvider.VERSION,
          "/v1/organization",
          Optional.of(Purse.credits("creditBalance")));

  /** The provider of that name; empty for the sandbox, for none, and for what nobody knows. */
  public static Optional<Provider> named(String name) {
    return List.of(OPENAI, OPENROUTER, STABILITY, RUNWAY).stream()
        .filter(one -> one.name().equals(name))
        .findFirst();
  }

  /** Whether it ever says what a key still pays for. */
  public boolean tellsBalance() {
    return purse.isPresent();
  }

  /** Where its key stands. */
  public String keySetting() {
    return settings + "_API_KEY";
  }

  /** Where its address stands. */
  public String baseSetting() {
    return settings + "_BASE_URL";
  }

  /** Calls to it, with that key. */
  public VendorHttp http(URI base, Secret key, InstantSource clock) {
    return new VendorHttp(base, key, headers, clock);
  }
}
