package io.gasminer.miner.provenance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Owns the validators' rule that media must have been signed for this challenge, in their words.
 */
public final class Freshness {
  private static final Duration TOLERANCE = Duration.ofMinutes(10);

  private Freshness() {}

  /**
   * Why the media are not fresh, if they are not.
   *
   * @param asked when the challenge was sent, or as near to that as the caller knows
   */
  public static Optional<String> problem(Optional<Instant> signed, Instant asked, Instant now) {
    if (signed.isEmpty()) {
      return Optional.of("C2PA manifest has no signing timestamp");
    }
    if (signed.get().isBefore(asked.minus(TOLERANCE))) {
      return Optional.of("C2PA manifest signed before challenge was issued");
    }
    return signed.get().isAfter(now.plus(TOLERANCE))
        ? Optional.of("C2PA manifest signed in the future")
        : Optional.empty();
  }
}
