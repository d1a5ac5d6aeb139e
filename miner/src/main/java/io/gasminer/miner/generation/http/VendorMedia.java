package io.gasminer.miner.generation.http;

import io.gasminer.miner.generation.GenerationOutcome;
import io.gasminer.miner.media.ContentType;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Modality;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Owns the step from a vendor's bytes to media with their facts; the bytes stay what they are. */
public final class VendorMedia {
  private static final int SMALLEST = 12;

  private VendorMedia() {}

  /** The media, or the verdict that what came is none. */
  public static GenerationOutcome of(byte[] bytes, Modality modality, Map<String, String> facts) {
    boolean isText = bytes.length < SMALLEST || "{[<".indexOf(bytes[0]) >= 0;
    if (isText && ContentType.named(bytes).isEmpty()) {
      return new GenerationOutcome.Lost(
          facts.getOrDefault("provider", "the vendor") + " sent no media where there should be");
    }
    return new GenerationOutcome.Produced(
        new Media(bytes, ContentType.of(bytes, modality), Map.copyOf(facts)));
  }

  /** The facts that go with every medium. */
  public static Map<String, String> facts(
      String provider, String model, String tier, Instant asked, Instant now) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("provider", provider);
    facts.put("model", model);
    if (!tier.isEmpty()) {
      facts.put("tier", tier);
    }
    double seconds = Duration.between(asked, now).toMillis() / 1000.0;
    facts.put("generation_time", String.format(Locale.ROOT, "%.1f", seconds));
    return facts;
  }
}
