package io.gasminer.miner.generation.openrouter;

import io.gasminer.miner.config.Secret;
import io.gasminer.miner.generation.GenerationOutcome;
import io.gasminer.miner.generation.GenerationProvider;
import io.gasminer.miner.generation.GenerationRequest;
import io.gasminer.miner.generation.SubmitOutcome;
import io.gasminer.miner.generation.http.Surroundings;
import io.gasminer.miner.generation.http.Vendor;
import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Modality;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Owns OpenRouter as a provider: images at once, video as jobs. Thread-safe. */
public final class OpenRouterProvider implements GenerationProvider {
  private final Vendor vendor;
  private final OpenRouterImages images;
  private final OpenRouterVideos videos;

  /** Images and video from what lies under the base ({@code https://openrouter.ai/api}). */
  public OpenRouterProvider(URI base, Secret key, Surroundings around) {
    this.vendor = Vendor.at("openrouter", base, key, Map.of(), around);
    this.images = new OpenRouterImages(vendor);
    this.videos = new OpenRouterVideos(vendor);
  }

  @Override
  public String name() {
    return vendor.name();
  }

  @Override
  public String serviceName() {
    return "OpenRouterService";
  }

  @Override
  public Set<Modality> modalities() {
    return Set.of(Modality.IMAGE, Modality.VIDEO);
  }

  /** The lists of models that are routed, for the check at the start. */
  public OpenRouterModels models() {
    return new OpenRouterModels(vendor.http());
  }

  @Override
  public SubmitOutcome submit(GenerationRequest request, Instant deadline) {
    return switch (request.modality()) {
      case IMAGE -> new SubmitOutcome.Answered(images.make(request, deadline));
      case VIDEO -> videos.submit(request, deadline);
    };
  }

  @Override
  public GenerationOutcome await(JobTicket ticket, Instant deadline) {
    return videos.await(ticket, deadline);
  }
}
