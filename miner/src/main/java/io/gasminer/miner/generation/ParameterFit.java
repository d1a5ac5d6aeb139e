package io.gasminer.miner.generation;

import io.gasminer.miner.task.Modality;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Owns the way from what a caller sends to what a model takes (wire protocol, section 2).
 *
 * <p>Pure. Nothing here refuses: what a model cannot do becomes the nearest it can, and what nobody
 * understands is left out, so that no vendor says 400 to a paid challenge.
 */
final class ParameterFit {
  private static final int LONGEST_TEXT = 2_000;
  private static final Map<String, String> FORMATS =
      Map.of("png", "png", "jpg", "jpeg", "jpeg", "jpeg", "webp", "webp");
  private static final Map<String, String> OTHER_QUALITY =
      Map.of("hd", "high", "high", "hd", "standard", "medium", "medium", "standard");

  private final Map<String, Object> asked;
  private final ModelCard card;

  private ParameterFit(Map<String, Object> asked, ModelCard card) {
    this.asked = asked;
    this.card = card;
  }

  /** What the caller wants to see, as a tier in upper case. */
  static String requestedTier(Map<String, Object> asked, Modality modality) {
    return text(asked, "resolution")
        .flatMap(text -> TierLadder.parse(text, modality))
        .or(() -> pixels(asked).map(size -> TierLadder.ofPixels(size, modality)))
        .orElseGet(() -> TierLadder.usual(modality));
  }

  /** The model's tier for these parameters, as the row spells it. */
  static String tier(Map<String, Object> asked, ModelCard card) {
    return TierLadder.chosen(card, requestedTier(asked, card.modality()));
  }

  /** The parameters under {@link FittedParameters}' names. */
  static Map<String, Object> fit(Map<String, Object> asked, ModelCard card) {
    return new ParameterFit(asked, card).fit(tier(asked, card));
  }

  private Map<String, Object> fit(String tier) {
    Map<String, Object> fitted = new LinkedHashMap<>();
    Optional<String> ratio = ratio();
    ratio.ifPresent(value -> fitted.put(FittedParameters.RATIO, value));
    card.reaching(tier, ratio.orElse(""))
        .ifPresent(value -> fitted.put(FittedParameters.SIZE, value));
    duration().ifPresent(value -> fitted.put(FittedParameters.DURATION, value));
    seed().ifPresent(value -> fitted.put(FittedParameters.SEED, value));
    text(asked, "negative_prompt")
        .map(value -> value.substring(0, Math.min(value.length(), LONGEST_TEXT)))
        .ifPresent(value -> fitted.put(FittedParameters.NEGATIVE_PROMPT, value));
    format().ifPresent(value -> fitted.put(FittedParameters.FORMAT, value));
    quality().ifPresent(value -> fitted.put(FittedParameters.QUALITY, value));
    if (card.makesAudio()) {
      // Sound costs up to twice as much and earns nothing, so it is made only when asked for.
      fitted.put(FittedParameters.AUDIO, flag("generate_audio") || flag("audio"));
    }
    return fitted;
  }

  private Optional<String> ratio() {
    return text(asked, "aspect_ratio")
        .flatMap(AspectRatio::parse)
        .or(() -> text(asked, "ratio").flatMap(AspectRatio::parse))
        .or(() -> pixels(asked))
        .flatMap(shape -> shape.nearest(card.ratios()))
        .or(() -> card.ratios().stream().findFirst());
  }

  private Optional<Integer> duration() {
    if (card.durations().isEmpty()) {
      return Optional.empty();
    }
    // Validators pay by the second's price, not by the length: the shortest is the best default.
    double wanted =
        number("duration").or(() -> number("seconds")).orElse((double) card.durations().getFirst());
    return card.durations().stream()
        .min(Comparator.comparingDouble(allowed -> Math.abs(allowed - wanted)));
  }

  private Optional<Long> seed() {
    return card.takesSeed()
        ? number("seed")
            .filter(seed -> seed >= 0)
            .map(seed -> Math.min(seed.longValue(), Integer.MAX_VALUE))
        : Optional.empty();
  }

  private Optional<String> format() {
    return text(asked, "format")
        .or(() -> text(asked, "output_format"))
        .flatMap(name -> Optional.ofNullable(FORMATS.get(name.toLowerCase(Locale.ROOT))));
  }

  private Optional<String> quality() {
    var allowed = Arrays.asList(card.wire().getOrDefault("qualities", "").split(","));
    return text(asked, "quality")
        .map(name -> name.toLowerCase(Locale.ROOT))
        .map(name -> allowed.contains(name) ? name : OTHER_QUALITY.getOrDefault(name, ""))
        .filter(name -> !name.isEmpty() && allowed.contains(name));
  }

  private boolean flag(String key) {
    return String.valueOf(asked.get(key)).equalsIgnoreCase("true");
  }

  private Optional<Double> number(String key) {
    return number(asked, key);
  }

  private static Optional<AspectRatio> pixels(Map<String, Object> asked) {
    return text(asked, "size")
        .flatMap(AspectRatio::parse)
        .or(
            () ->
                number(asked, "width")
                    .flatMap(
                        width ->
                            number(asked, "height")
                                .flatMap(
                                    height ->
                                        AspectRatio.parse(
                                            width.intValue() + "x" + height.intValue()))));
  }

  private static Optional<Double> number(Map<String, Object> asked, String key) {
    String written = String.valueOf(asked.get(key)).strip().replaceFirst("(?i)s$", "");
    return written.matches("-?\\d{1,15}(\\.\\d{1,9})?")
        ? Optional.of(Double.valueOf(written))
        : Optional.empty();
  }

  private static Optional<String> text(Map<String, Object> asked, String key) {
    return Optional.ofNullable(asked.get(key))
        .filter(value -> value instanceof String || value instanceof Number)
        .map(value -> value.toString().strip())
        .filter(value -> !value.isEmpty());
  }
}
