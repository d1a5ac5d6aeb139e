package io.gasminer.gascli.doctor;

import io.gasminer.gascli.probe.Provider;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.config.Secret;
import io.gasminer.miner.generation.http.VendorHttp;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Owns a provider's key that is configured.
 *
 * @param used whether a configured service needs it
 */
record ProviderKey(Provider provider, Secret key, URI base, boolean used) {
  /** The keys that are configured, in the field's order. */
  static List<ProviderKey> of(MinerConfig.Services all) {
    return Stream.of(
            of(Provider.OPENAI, all.openAiKey(), all.openAiBase(), all),
            of(Provider.OPENROUTER, all.openRouterKey(), all.openRouterBase(), all),
            of(Provider.STABILITY, all.stabilityKey(), all.stabilityBase(), all),
            of(Provider.RUNWAY, all.runwayKey(), all.runwayBase(), all))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<ProviderKey> of(
      Provider provider, Optional<Secret> key, URI base, MinerConfig.Services services) {
    boolean used =
        Stream.of(services.image(), services.video())
            .anyMatch(Optional.of(provider.name())::equals);
    return key.map(secret -> new ProviderKey(provider, secret, base, used));
  }

  /** Calls with it. */
  VendorHttp http(InstantSource clock) {
    return provider.http(base, key, clock);
  }
}
