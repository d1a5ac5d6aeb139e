package io.gasminer.c2pa.manifest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Owns the label of an assertion in its parts: {@code c2pa.actions.v2__1} is the base {@code
 * c2pa.actions}, version 2, instance 1 (specification §6.2). Labels of ingredient thumbnails carry
 * the image type after the instance.
 *
 * @param raw the label without its instance
 */
public record AssertionLabel(String raw, int instance) {
  private static final String INGREDIENT_THUMBNAIL = "c2pa.thumbnail.ingredient";
  private static final String CLAIM_THUMBNAIL = "c2pa.thumbnail.claim";

  /** The label that a URI, or a label by itself, ends with. */
  static AssertionLabel of(String uri) {
    String last = JumbfUri.lastOf(uri);
    String[] halves = last.split("__", -1);
    if (last.startsWith(INGREDIENT_THUMBNAIL)) {
      int instance = halves.length == 2 ? number(halves[1].split("\\.", -1)[0]).orElse(0) : 0;
      String type = imageType(last).map(image -> "." + image).orElse("");
      return new AssertionLabel(INGREDIENT_THUMBNAIL + type, instance);
    }
    int instance = halves.length == 2 ? number(halves[1]).orElse(0) : 0;
    return new AssertionLabel(normalised(halves[0]), instance);
  }

  /** The label as it stands in a URI. */
  public String text() {
    if (instance == 0) {
      return raw;
    }
    if (raw.startsWith(INGREDIENT_THUMBNAIL)) {
      String type = imageType(raw).map(image -> "." + image).orElse("");
      return INGREDIENT_THUMBNAIL + "__" + instance + type;
    }
    return raw + "__" + instance;
  }

  /** The label without version and instance. */
  public String base() {
    if (raw.startsWith("schema.org") || raw.startsWith("c2pa.thumbnail.")) {
      return raw;
    }
    return versionPart()
        .map(part -> raw.substring(0, raw.length() - part.length() - 1))
        .orElse(raw);
  }

  /** The version, which is 1 where the label has none. */
  public int version() {
    return versionPart().flatMap(part -> number(part.substring(1))).orElse(1);
  }

  private Optional<String> versionPart() {
    return versionPart(raw);
  }

  private static Optional<String> versionPart(String raw) {
    int dot = raw.lastIndexOf('.');
    String last = raw.substring(dot + 1);
    return dot > 0 && last.startsWith("v") && number(last.substring(1)).isPresent()
        ? Optional.of(last)
        : Optional.empty();
  }

  /** A version of 1 is the same as none. */
  private static String normalised(String raw) {
    return versionPart(raw)
        .filter(part -> number(part.substring(1)).orElse(0) <= 1)
        .map(part -> raw.substring(0, raw.length() - part.length() - 1))
        .filter(base -> !base.startsWith(CLAIM_THUMBNAIL))
        .orElse(raw);
  }

  private static Optional<String> imageType(String label) {
    List<String> parts = List.of(label.split("\\.", -1));
    return parts.size() >= 4
        ? Optional.of(parts.get(3).split("_", -1)[0].toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private static Optional<Integer> number(String digits) {
    boolean plain =
        !digits.isEmpty()
            && digits.length() <= 6
            && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    return plain ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
  }
}
