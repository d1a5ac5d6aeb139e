package io.gasminer.miner.generation.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Owns what a vendor says went wrong, as one short line. */
final class ErrorText {
  private static final int LONGEST = 300;

  private ErrorText() {}

  /** The vendor's words, or an empty text when it has none. */
  static String of(byte[] body) {
    JsonNode root = VendorJson.read(body);
    if (root.isObject()) {
      return shortened(of(root));
    }
    String raw = new String(body, 0, Math.min(body.length, 2_000), StandardCharsets.UTF_8);
    return raw.stripLeading().startsWith("<") ? "" : shortened(raw);
  }

  /** The words of an answer or of its {@code error} member, codes included. */
  static String of(JsonNode root) {
    JsonNode error = root.path("error");
    JsonNode at = error.isObject() ? error : root;
    return Stream.of(
            Stream.of(VendorJson.text(error)),
            Stream.of("code", "type", "name", "message", "failure", "failureCode", "detail")
                .map(field -> VendorJson.text(at.path(field))),
            list(root.path("errors")),
            list(at.path("metadata").path("reasons")))
        .flatMap(words -> words)
        .flatMap(Optional::stream)
        .distinct()
        .collect(Collectors.joining(": "));
  }

  static String shortened(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  private static Stream<Optional<String>> list(JsonNode values) {
    return StreamSupport.stream(values.values().spliterator(), false)
        .limit(5)
        .map(value -> VendorJson.text(value).or(() -> VendorJson.text(value.path("message"))));
  }
}
