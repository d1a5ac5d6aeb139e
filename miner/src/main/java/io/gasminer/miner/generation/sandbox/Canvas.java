package io.gasminer.miner.generation.sandbox;

import io.gasminer.miner.media.PixelSize;
import io.gasminer.miner.media.Tier;
import io.gasminer.miner.task.Modality;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Owns how large a medium must be to reach a tier in a given shape. */
final class Canvas {
  private static final Pattern RATIO = Pattern.compile("\\s*(\\d{1,5})\\s*[:x/]\\s*(\\d{1,5})\\s*");
  private static final double MOST_OBLONG = 3;

  private Canvas() {}

  /** The size of the tier in that shape ({@code 16:9}); in the usual shape where it names none. */
  static PixelSize of(Tier tier, Object shape) {
    Optional<Double> ratio = ratio(shape.toString());
    if (ratio.isEmpty()) {
      return usual(tier);
    }
    PixelSize usual = usual(tier);
    double breadth = ratio.get();
    if (tier.modality() == Modality.IMAGE) {
      // An image counts by its smaller side, so that one is kept.
      int side = breadth != 1 && tier == Tier.IMAGE_4K ? 3_584 : usual.smallerSide();
      return new PixelSize(
          even(breadth >= 1 ? side * breadth : side), even(breadth >= 1 ? side : side / breadth));
    }
    // A video counts by its pixels, so their number is kept, in whole pairs as H.264 needs them.
    double ofUsual = (double) usual.width() / usual.height();
    if (Math.abs(breadth / ofUsual - 1) < 0.01) {
      return usual;
    }
    return Math.abs(breadth * ofUsual - 1) < 0.01
        ? new PixelSize(/* width= */ usual.height(), /* height= */ usual.width())
        : new PixelSize(
            even(Math.sqrt(usual.pixels() * breadth)), even(Math.sqrt(usual.pixels() / breadth)));
  }

  private static PixelSize usual(Tier tier) {
    return switch (tier) {
      case IMAGE_1K -> new PixelSize(1_024, 1_024);
      case IMAGE_2K -> new PixelSize(2_048, 2_048);
      case IMAGE_4K -> new PixelSize(4_096, 4_096);
      case VIDEO_480P -> new PixelSize(854, 480);
      case VIDEO_720P -> new PixelSize(1_280, 720);
      case VIDEO_1080P -> new PixelSize(1_920, 1_080);
    };
  }

  private static Optional<Double> ratio(String shape) {
    Matcher matcher = RATIO.matcher(shape);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    double ratio = Double.parseDouble(matcher.group(1)) / Double.parseDouble(matcher.group(2));
    return ratio <= MOST_OBLONG && ratio >= 1 / MOST_OBLONG ? Optional.of(ratio) : Optional.empty();
  }

  private static int even(double length) {
    return (int) Math.ceil(length / 2 - 0.001) * 2;
  }
}
