package io.gasminer.miner.generation.openai;

import io.gasminer.miner.generation.ModelDirectory;
import io.gasminer.miner.generation.http.ModelLists;
import io.gasminer.miner.generation.http.VendorHttp;
import io.gasminer.miner.task.Modality;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Owns OpenAI's list of models ({@code GET /v1/models}), which carries shutdown dates. */
public record OpenAiModels(VendorHttp http) implements ModelDirectory {
  @Override
  public Optional<Map<String, Optional<LocalDate>>> listed(Modality modality, Instant deadline) {
    return ModelLists.read(http, "/v1/models", deadline);
  }
}
