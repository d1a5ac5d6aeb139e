package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.status.StatusCode;
import io.gasminer.c2pa.status.StatusLog;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Owns the rules on metadata assertions: every prefix must stand in the context. */
final class MetadataRules {
  private static final Pattern LABEL =
      Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_-]*(\\.[a-zA-Z0-9][a-zA-Z0-9_-]*)*\\.metadata");

  private final Manifest manifest;
  private final StatusLog log;

  MetadataRules(Manifest manifest, StatusLog log) {
    this.manifest = manifest;
    this.log = log;
  }

  void check() throws Unreadable {
    for (Assertion assertion : manifest.assertions()) {
      String label = assertion.label().raw();
      if (LABEL.matcher(label).matches() && !label.equals("c2pa.assertion.metadata")) {
        Optional<JsonNode> metadata = AssertionJson.of(assertion);
        if (metadata.isEmpty() || !metadata.get().path("@context").isObject()) {
          throw new Unreadable("a metadata assertion without a context");
        }
        if (!isValid(metadata.get())) {
          log.failure(
              StatusCode.ASSERTION_METADATA_DISALLOWED,
              manifest.uriOf(assertion),
              "metadata assertion contains disallowed field");
        }
      }
    }
  }

  private static boolean isValid(JsonNode metadata) {
    JsonNode context = metadata.path("@context");
    return !context.isEmpty()
        && metadata.propertyNames().stream()
            .filter(name -> name.contains(":"))
            .allMatch(name -> context.has(name.substring(0, name.indexOf(':'))));
  }
}
