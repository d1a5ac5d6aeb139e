package io.gasminer.miner.audit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Owns what one audit of a model found.
 *
 * @param at when it was judged
 * @param asked the tier that was asked for
 * @param price what the catalogue said that the sample costs, in US dollars
 * @param made the sample; empty when the service does not serve the model
 * @param problem why validators would not pay for it; empty when they would
 * @param facts what the manifest tells, as the gate names it
 * @param warnings what should be known though the sample passes
 */
public record Evidence(
    AuditedModel model,
    Instant at,
    Verdict verdict,
    String asked,
    Optional<BigDecimal> price,
    Optional<Made> made,
    Optional<Problem> problem,
    Map<String, String> facts,
    List<String> warnings) {
  public Evidence {
    facts = Map.copyOf(facts);
    warnings = List.copyOf(warnings);
  }

  /** What the audit ended in. */
  public enum Verdict {
    /** Validators would take the sample. */
    PASSED,
    /** They would refuse it. */
    REFUSED,
    /** The service says that it does not serve the model, or not for this. */
    NOT_SERVED;

    /** In lower case, as it stands in JSON. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Owns what is known of the sample itself.
   *
   * @param file its name in the folder of the evidence
   * @param size {@code 1024x1024}; empty when its headers do not tell
   * @param tier what it counts as; empty likewise
   * @param took from the request to the media; empty when it was collected in a later life
   */
  public record Made(
      String file,
      String contentType,
      long bytes,
      Optional<String> size,
      Optional<String> tier,
      Optional<Duration> took) {}

  /**
   * Owns why it would not be paid.
   *
   * @param words the validators' or the service's own
   * @param fault whose it is
   * @param next what to do
   */
  public record Problem(String words, String fault, String next) {}

  /** Whether media like the sample are paid for. */
  public boolean wouldBePaid() {
    return verdict == Verdict.PASSED;
  }
}
