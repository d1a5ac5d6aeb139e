package io.gasminer.miner.generation;

import java.util.Map;
import java.util.Optional;

/**
 * Owns the names under which the planner hands a model's parameters to its provider.
 *
 * <p>A value of the wrong kind is as good as absent, so providers never fail on one.
 */
public record FittedParameters(Map<String, Object> values) {
  /** One of the row's ratios. */
  public static final String RATIO = "ratio";

  /** The size or ratio that reaches the tier, in the provider's words. */
  public static final String SIZE = "size";

  /** One of the row's lengths, in seconds. */
  public static final String DURATION = "duration";

  /** A whole number of 31 bits. */
  public static final String SEED = "seed";

  /** What shall not be seen. */
  public static final String NEGATIVE_PROMPT = "negative_prompt";

  /** {@code png}, {@code jpeg} or {@code webp}. */
  public static final String FORMAT = "format";

  /** One of the row's qualities. */
  public static final String QUALITY = "quality";

  /** Whether to make sound. */
  public static final String AUDIO = "audio";

  /** The parameters of a request. */
  public static FittedParameters of(GenerationRequest request) {
    return new FittedParameters(request.parameters());
  }

  /** The text under this name. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /** The whole number under this name. */
  public Optional<Long> number(String name) {
    return Optional.ofNullable(values.get(name))
        .filter(Number.class::isInstance)
        .map(value -> ((Number) value).longValue());
  }

  /** The yes or no under this name. */
  public Optional<Boolean> flag(String name) {
    return Optional.ofNullable(values.get(name))
        .filter(Boolean.class::isInstance)
        .map(Boolean.class::cast);
  }
}
