package io.gasminer.gascli.doctor;

import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.config.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns a provider's key, and which question tells for free whether it is accepted.
 *
 * @param setting that holds the key
 * @param question the path under the base
 * @param balance where the answer says what is left, and in what
 * @param used whether a configured service needs it
 */
record ProviderKey(
    String provider,
    String setting,
    Secret key,
    URI base,
    Map<String, String> headers,
    String question,
    Optional<Balance> balance,
    boolean used) {
  /**
   * Owns where a balance stands in an answer.
   *
   * @param field names from the root
   * @param unitsPerDollar how many of them a dollar buys
   */
  record Balance(List<String> field, String unit, double unitsPerDollar) {}

  private static final int CREDITS_PER_DOLLAR = 100;

  /** The keys that are configured, in the field's order. */
  static List<ProviderKey> of(MinerConfig.Services services) {
    List<Optional<ProviderKey>> keys =
        List.of(openAi(services), openRouter(services), stability(services), runway(services));
    return keys.stream().flatMap(Optional::stream).toList();
  }

  private static Optional<ProviderKey> openAi(MinerConfig.Services services) {
    return services
        .openAiKey()
        .map(
            key ->
                new ProviderKey(
                    "openai",
                    "OPENAI_API_KEY",
                    key,
                    services.openAiBase(),
                    Map.of(),
                    "/v1/models",
                    Optional.empty(),
                    uses(services, "openai")));
  }

  private static Optional<ProviderKey> openRouter(MinerConfig.Services services) {
    return services
        .openRouterKey()
        .map(
            key ->
                new ProviderKey(
                    "openrouter",
                    "OPEN_ROUTER_API_KEY",
                    key,
                    services.openRouterBase(),
                    Map.of(),
                    "/v1/key",
                    Optional.of(new Balance(List.of("data", "limit_remaining"), "USD", 1)),
                    uses(services, "openrouter")));
  }

  private static Optional<ProviderKey> stability(MinerConfig.Services services) {
    return services
        .stabilityKey()
        .map(
            key ->
                new ProviderKey(
                    "stabilityai",
                    "STABILITY_API_KEY",
                    key,
                    services.stabilityBase(),
                    Map.of(),
                    "/v1/user/balance",
                    Optional.of(new Balance(List.of("credits"), "credits", CREDITS_PER_DOLLAR)),
                    uses(services, "stabilityai")));
  }

  private static Optional<ProviderKey> runway(MinerConfig.Services services) {
    return services
        .runwayKey()
        .map(
            key ->
                new ProviderKey(
                    "runway",
                    "RUNWAYML_API_KEY",
                    key,
                    services.runwayBase(),
                    Map.of("X-Runway-Version", "2024-11-06"),
                    "/v1/organization",
                    Optional.of(
                        new Balance(List.of("creditBalance"), "credits", CREDITS_PER_DOLLAR)),
                    uses(services, "runway")));
  }

  private static boolean uses(MinerConfig.Services services, String provider) {
    return services.image().equals(Optional.of(provider))
        || services.video().equals(Optional.of(provider));
  }
}
