package io.gasminer.c2pa;

import java.time.Instant;
import java.util.Optional;

/**
 * Owns what a new claim says of media that came to be.
 *
 * @param generator what makes the claim
 * @param agent what made the media
 * @param digitalSourceType how it was made, a URL of the IPTC vocabulary
 * @param when it was made, to the second
 * @param title of the asset, such as a file name
 * @param model named in the action's parameters
 */
public record ClaimDraft(
    Software generator,
    Software agent,
    String digitalSourceType,
    Instant when,
    Optional<String> title,
    Optional<String> model) {
  /** Media that a trained model made. */
  public static final String TRAINED_ALGORITHMIC_MEDIA =
      "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

  /** Owns the name and the version of a program. */
  public record Software(String name, Optional<String> version) {
    /** A program without a version. */
    public static Software of(String name) {
      return new Software(name, Optional.empty());
    }

    /** A program. */
    public static Software of(String name, String version) {
      return new Software(name, Optional.of(version));
    }
  }

  /** The claim of a generator for what its model made. */
  public static ClaimDraft generated(Software generator, Software agent, Instant when) {
    return new ClaimDraft(
        generator, agent, TRAINED_ALGORITHMIC_MEDIA, when, Optional.empty(), Optional.empty());
  }

  /** The same with the model named in the action's parameters. */
  public ClaimDraft withModel(String name) {
    return new ClaimDraft(generator, agent, digitalSourceType, when, title, Optional.of(name));
  }

  /** The same with a title. */
  public ClaimDraft withTitle(String text) {
    return new ClaimDraft(generator, agent, digitalSourceType, when, Optional.of(text), model);
  }
}
