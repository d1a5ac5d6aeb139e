package io.gasminer.miner.generation.rack;

import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.config.Secret;
import io.gasminer.miner.generation.Breaker;
import io.gasminer.miner.generation.GenerationProvider;
import io.gasminer.miner.generation.ModelDirectory;
import io.gasminer.miner.generation.http.Surroundings;
import io.gasminer.miner.generation.openai.OpenAiProvider;
import io.gasminer.miner.generation.openrouter.OpenRouterProvider;
import io.gasminer.miner.generation.runway.RunwayProvider;
import io.gasminer.miner.generation.stability.StabilityProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Owns the making of one provider for each key that is configured, in the field's order. */
final class Shelf {
  private final Surroundings around;
  private final Map<String, GenerationProvider> providers = new LinkedHashMap<>();
  private final Map<String, ModelDirectory> directories = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  Shelf(
      MinerConfig.Services services,
      List<GenerationProvider> extra,
      Surroundings around,
      RandomGenerator random) {
    this.around = around;
    usable(services.openAiKey(), "OPENAI_API_KEY")
        .ifPresent(
            key -> {
              OpenAiProvider made = new OpenAiProvider(services.openAiBase(), key, around);
              put(made, "OPENAI_API_KEY");
              directories.put(made.name(), made.models());
            });
    usable(services.openRouterKey(), "OPEN_ROUTER_API_KEY")
        .ifPresent(
            key -> {
              OpenRouterProvider made =
                  new OpenRouterProvider(services.openRouterBase(), key, around);
              put(made, "OPEN_ROUTER_API_KEY");
              directories.put(made.name(), made.models());
            });
    usable(services.stabilityKey(), "STABILITY_API_KEY")
        .ifPresent(
            key ->
                put(
                    new StabilityProvider(services.stabilityBase(), key, around, random),
                    "STABILITY_API_KEY"));
    usable(services.runwayKey(), "RUNWAYML_API_KEY")
        .ifPresent(
            key -> put(new RunwayProvider(services.runwayBase(), key, around), "RUNWAYML_API_KEY"));
    extra.forEach(provider -> providers.put(provider.name(), provider));
  }

  Map<String, GenerationProvider> providers() {
    return providers;
  }

  Map<String, ModelDirectory> directories() {
    return directories;
  }

  List<String> problems() {
    return problems;
  }

  private void put(GenerationProvider provider, String keySetting) {
    providers.put(
        provider.name(), new Breaker(provider, keySetting, around.clock(), around.events()));
  }

  // A key with a line break in it cannot be sent, and the error would show it.
  private Optional<Secret> usable(Optional<Secret> key, String setting) {
    if (key.isPresent()
        && !key.get().reveal().strip().chars().allMatch(letter -> letter > 32 && letter < 127)) {
      problems.add(
          setting + " holds a blank or a letter that no key has; copy it again from the provider");
      return Optional.empty();
    }
    return key;
  }
}
