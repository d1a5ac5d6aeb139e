package io.gasminer.miner.media;

import java.util.Optional;

/**
 * Owns the width and height of a medium in pixels, as its own headers give them.
 *
 * <p>Nothing is decoded: the cost is bounded by the length of the bytes, whatever they claim.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record PixelSize(int width, int height) {
  /** The size that the headers of a PNG, JPEG, GIF, WebP, MP4 or QuickTime file give, if any. */
  public static Optional<PixelSize> of(byte[] media) {
    return switch (ContentType.named(media).orElse("")) {
      case "image/png" -> ImageHeaders.png(media);
      case "image/jpeg" -> ImageHeaders.jpeg(media);
      case "image/gif" -> ImageHeaders.gif(media);
      case "image/webp" -> ImageHeaders.webp(media);
      case "video/mp4", "video/quicktime" -> VideoTrack.firstOf(media).map(VideoTrack::size);
      default -> Optional.empty();
    };
  }

  /** How many pixels there are. */
  public long pixels() {
    return (long) width * height;
  }

  /** The smaller of width and height. */
  public int smallerSide() {
    return Math.min(width, height);
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }

  static Optional<PixelSize> possible(long width, long height) {
    return width > 0 && height > 0 && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE
        ? Optional.of(new PixelSize((int) width, (int) height))
        : Optional.empty();
  }
}
