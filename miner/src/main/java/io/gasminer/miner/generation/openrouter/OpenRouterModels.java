package io.gasminer.miner.generation.openrouter;

import io.gasminer.miner.generation.ModelDirectory;
import io.gasminer.miner.generation.http.ModelLists;
import io.gasminer.miner.generation.http.VendorHttp;
import io.gasminer.miner.task.Modality;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Owns OpenRouter's public lists of the image and the video models that it routes today. */
public record OpenRouterModels(VendorHttp http) implements ModelDirectory {
  @Override
  public Optional<Map<String, Optional<LocalDate>>> listed(Modality modality, Instant deadline) {
    return ModelLists.read(
        http,
        modality == Modality.VIDEO ? "/v1/videos/models" : "/v1/models?output_modalities=image",
        deadline);
  }
}
