package io.gasminer.miner.generation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Owns the shape of a picture as two numbers: {@code 16:9}, {@code 1280:720}, {@code 1024x768}. */
record AspectRatio(int width, int height) {
  private static final Pattern WRITTEN =
      Pattern.compile("\\s*(\\d{1,5})\\s*[:x×/]\\s*(\\d{1,5})\\s*", Pattern.CASE_INSENSITIVE);

  /** The shape that the text names, or empty when it names none. */
  static Optional<AspectRatio> parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return Optional.empty();
    }
    int width = Integer.parseInt(written.group(1));
    int height = Integer.parseInt(written.group(2));
    return width == 0 || height == 0
        ? Optional.empty()
        : Optional.of(new AspectRatio(width, height));
  }

  /** The allowed shape that looks most like this one; the first of equals. */
  Optional<String> nearest(List<String> allowed) {
    return allowed.stream()
        .filter(candidate -> parse(candidate).isPresent())
        .min(
            Comparator.comparingDouble(
                candidate ->
                    parse(candidate).map(this::distance).orElse(Double.POSITIVE_INFINITY)));
  }

  // Twice as wide and half as wide are equally far away.
  private double distance(AspectRatio other) {
    return Math.abs(
        Math.log((double) width / height) - Math.log((double) other.width / other.height));
  }
}
