package io.gasminer.miner.generation.sandbox;

import io.gasminer.miner.generation.ModelCard;
import io.gasminer.miner.task.Modality;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Owns the catalogue's rows for the sandbox. */
public final class SandboxModels {
  /** The model that makes images. */
  public static final String IMAGE = "sandbox-image";

  /** The model that makes videos. */
  public static final String VIDEO = "sandbox-video";

  private static final List<ModelCard> CARDS =
      List.of(
          card(
              IMAGE,
              Modality.IMAGE,
              Map.of("1K", "1024x1024", "2K", "2048x2048", "4K", "4096x4096"),
              List.of(),
              List.of("1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3")),
          card(
              VIDEO,
              Modality.VIDEO,
              Map.of("480p", "854x480", "720p", "1280x720", "1080p", "1920x1080"),
              List.of(FilmFile.SECONDS),
              List.of("16:9", "9:16", "1:1", "4:3", "3:4")));

  private SandboxModels() {}

  /** One row for each model. */
  public static List<ModelCard> cards() {
    return CARDS;
  }

  private static ModelCard card(
      String model,
      Modality modality,
      Map<String, String> tiers,
      List<Integer> durations,
      List<String> ratios) {
    return new ModelCard(
        SandboxProvider.NAME,
        model,
        modality,
        tiers,
        durations,
        ratios,
        true,
        false,
        Optional.of(BigDecimal.ZERO),
        Optional.of(SandboxAuthority.ORGANISATION),
        LocalDate.of(2026, 11, 24),
        Optional.empty(),
        Optional.of("painted by the miner itself, for trials; no validator pays for it"));
  }
}
