package io.gasminer.miner.generation;

import io.gasminer.miner.task.Modality;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns one row of the catalogue: what a model can do, costs and signs with, as dated evidence.
 *
 * @param provider as configuration spells it: {@code openai}, {@code openrouter}, …
 * @param tiers tier → the size or ratio that reaches it at this provider ({@code 2K → 2048x2048})
 * @param durations allowed video lengths in seconds; empty for images
 * @param ratios allowed aspect ratios, the default first
 * @param priceUsd per image, or per second of video
 * @param signer the organisation in the C2PA certificate; empty when the model does not sign
 * @param evidence when that was last seen to be so
 * @param endsOn the provider's shutdown date, where one is announced
 * @param wire what else its provider must know to call it; {@code tier/ratio} names the size for
 *     one ratio, the other keys are the provider's own
 */
public record ModelCard(
    String provider,
    String model,
    Modality modality,
    Map<String, String> tiers,
    List<Integer> durations,
    List<String> ratios,
    boolean takesSeed,
    boolean makesAudio,
    Optional<BigDecimal> priceUsd,
    Optional<String> signer,
    LocalDate evidence,
    Optional<LocalDate> endsOn,
    Optional<String> note,
    Map<String, String> wire) {

  /** A row whose provider need not know more. */
  public ModelCard(
      String provider,
      String model,
      Modality modality,
      Map<String, String> tiers,
      List<Integer> durations,
      List<String> ratios,
      boolean takesSeed,
      boolean makesAudio,
      Optional<BigDecimal> priceUsd,
      Optional<String> signer,
      LocalDate evidence,
      Optional<LocalDate> endsOn,
      Optional<String> note) {
    this(
        provider,
        model,
        modality,
        tiers,
        durations,
        ratios,
        takesSeed,
        makesAudio,
        priceUsd,
        signer,
        evidence,
        endsOn,
        note,
        Map.of());
  }

  /** Whether the provider has shut the model down by that day. */
  public boolean endedBy(LocalDate today) {
    return endsOn.filter(end -> !today.isBefore(end)).isPresent();
  }

  /** The size or ratio that reaches the tier in this shape, in the provider's words. */
  public Optional<String> reaching(String tier, String ratio) {
    return Optional.ofNullable(wire.get(tier + "/" + ratio))
        .or(() -> Optional.ofNullable(tiers.get(tier)));
  }

  /** Whether the row stands for all models whose names begin like it ({@code gpt-image-2.5-*}). */
  public boolean isFamily() {
    return model.endsWith("*");
  }

  /** The row of one member of the family. */
  public ModelCard named(String member) {
    return new ModelCard(
        provider,
        member,
        modality,
        tiers,
        durations,
        ratios,
        takesSeed,
        makesAudio,
        priceUsd,
        signer,
        evidence,
        endsOn,
        note,
        wire);
  }
}
