package io.gasminer.miner.media;

import io.gasminer.miner.task.Modality;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Owns the sizes that validators pay by, in rising order within each modality. */
public enum Tier {
  IMAGE_1K(Modality.IMAGE, "1K"),
  IMAGE_2K(Modality.IMAGE, "2K"),
  IMAGE_4K(Modality.IMAGE, "4K"),
  VIDEO_480P(Modality.VIDEO, "480p"),
  VIDEO_720P(Modality.VIDEO, "720p"),
  VIDEO_1080P(Modality.VIDEO, "1080p");

  private static final int SIDE_OF_2K = 1_900;
  private static final int SIDE_OF_4K = 3_500;
  private static final long PIXELS_OF_720P = 780_000;
  private static final long PIXELS_OF_1080P = 1_760_000;

  private final Modality modality;
  private final String label;

  Tier(Modality modality, String label) {
    this.modality = modality;
    this.label = label;
  }

  /** What the tier is a size of. */
  public Modality modality() {
    return modality;
  }

  /** The name on the wire: {@code 2K}, {@code 720p}, … */
  public String label() {
    return label;
  }

  /** The tier that a medium of this size counts as. */
  public static Tier delivered(PixelSize size, Modality modality) {
    if (modality == Modality.IMAGE) {
      int side = size.smallerSide();
      return side >= SIDE_OF_4K ? IMAGE_4K : side >= SIDE_OF_2K ? IMAGE_2K : IMAGE_1K;
    }
    long pixels = size.pixels();
    return pixels >= PIXELS_OF_1080P
        ? VIDEO_1080P
        : pixels >= PIXELS_OF_720P ? VIDEO_720P : VIDEO_480P;
  }

  /** The tier with this name, whatever its case. */
  public static Optional<Tier> named(String label, Modality modality) {
    return of(modality).stream().filter(tier -> tier.label.equalsIgnoreCase(label)).findFirst();
  }

  /** The tiers of a modality, lowest first. */
  public static List<Tier> of(Modality modality) {
    return Arrays.stream(values()).filter(tier -> tier.modality == modality).toList();
  }

  /** The lowest tier of a modality: what a size that nobody knows is paid as. */
  public static Tier baseline(Modality modality) {
    return modality == Modality.IMAGE ? IMAGE_1K : VIDEO_480P;
  }

  /**
   * The tier that a delivery of this tier is paid as; more than was requested never pays.
   *
   * @param requested of the same modality
   */
  public Tier priced(Tier requested) {
    return compareTo(requested) < 0 ? this : requested;
  }

  /**
   * How many tiers a delivery of this tier falls short of the request; never negative.
   *
   * @param requested of the same modality
   */
  public int shortfall(Tier requested) {
    List<Tier> rising = of(modality);
    return Math.max(0, rising.indexOf(requested) - rising.indexOf(this));
  }
}
