package io.gasminer.miner.generation.rack;

import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.config.Secret;
import io.gasminer.miner.generation.sandbox.SandboxProvider;
import java.util.Optional;

/** Owns which setting opens which service, and whether it is filled in. */
public record ServiceKeys(MinerConfig.Services services) {
  /**
   * The setting with the service's key; empty for a service that needs none or that nobody knows.
   */
  public static Optional<String> settingOf(String service) {
    return switch (service) {
      case "openai" -> Optional.of("OPENAI_API_KEY");
      case "openrouter" -> Optional.of("OPEN_ROUTER_API_KEY");
      case "stabilityai" -> Optional.of("STABILITY_API_KEY");
      case "runway" -> Optional.of("RUNWAYML_API_KEY");
      default -> Optional.empty();
    };
  }

  /** Whether the service can be asked with what is configured. */
  public boolean open(String service) {
    Optional<Secret> key =
        switch (service) {
          case "openai" -> services.openAiKey();
          case "openrouter" -> services.openRouterKey();
          case "stabilityai" -> services.stabilityKey();
          case "runway" -> services.runwayKey();
          default -> Optional.empty();
        };
    return key.isPresent() || service.equals(SandboxProvider.NAME);
  }
}
