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
    Optional<String> note) {}
