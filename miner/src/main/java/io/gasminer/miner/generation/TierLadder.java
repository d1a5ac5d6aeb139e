package io.gasminer.miner.generation;

import io.gasminer.miner.media.PixelSize;
import io.gasminer.miner.media.Tier;
import io.gasminer.miner.task.Modality;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Owns the order of the tiers, and which one a model shall reach (validator checks, "What it
 * earns").
 *
 * <p>Validators pay for the lower of requested and delivered, and punish a video that falls short:
 * so the lowest tier that is not below the request, and the highest there is where none reaches it.
 */
final class TierLadder {
  private static final Map<String, Integer> IMAGE = Map.of("1K", 1, "2K", 2, "4K", 3);
  private static final Map<String, Integer> VIDEO =
      Map.of("480P", 1, "720P", 2, "1080P", 3, "4K", 4);
  // How callers write tiers beside the validators' own words.
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "2160P", "4K", "UHD", "4K", "480", "480P", "720", "720P", "HD", "720P", "1080", "1080P",
          "FHD", "1080P", "1024", "1K", "2048", "2K");

  private TierLadder() {}

  /** The tier that the text means, in upper case, or empty when it means none. */
  static Optional<String> parse(String text, Modality modality) {
    String written = text.strip().toUpperCase(Locale.ROOT);
    return Optional.of(OTHER_NAMES.getOrDefault(written, written))
        .filter(ladder(modality)::containsKey)
        .or(() -> AspectRatio.parse(text).map(size -> ofPixels(size, modality)));
  }

  /** The tier that a picture of this size counts as. */
  static String ofPixels(AspectRatio size, Modality modality) {
    return Tier.delivered(new PixelSize(size.width(), size.height()), modality)
        .label()
        .toUpperCase(Locale.ROOT);
  }

  /** What is made where nobody asked for a tier: what validators ask for most and pay fully. */
  static String usual(Modality modality) {
    return modality == Modality.IMAGE ? "1K" : "720P";
  }

  /** The model's tier for a request, spelled as its row spells it. */
  static String chosen(ModelCard card, String requested) {
    List<String> rising =
        card.tiers().keySet().stream()
            .sorted(Comparator.comparingInt(tier -> rank(tier, card.modality())))
            .toList();
    return rising.stream()
        .filter(tier -> rank(tier, card.modality()) >= rank(requested, card.modality()))
        .findFirst()
        .orElseGet(rising::getLast);
  }

  /** Whether the model can reach what was requested. */
  static boolean reaches(ModelCard card, String requested) {
    return rank(chosen(card, requested), card.modality()) >= rank(requested, card.modality());
  }

  private static int rank(String tier, Modality modality) {
    return ladder(modality).getOrDefault(tier.toUpperCase(Locale.ROOT), 0);
  }

  private static Map<String, Integer> ladder(Modality modality) {
    return modality == Modality.IMAGE ? IMAGE : VIDEO;
  }
}
