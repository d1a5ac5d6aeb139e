package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.status.StatusCode;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Owns the rules on metadata assertions: every prefix must stand in the context, and {@code
 * c2pa.metadata} holds the fields of the annex alone. The newer version of the library reads them
 * and judges nothing in them.
 */
final class MetadataRules {
  private static final Pattern LABEL =
      Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_-]*(\\.[a-zA-Z0-9][a-zA-Z0-9_-]*)*\\.metadata");

  private static final String STANDARD = "c2pa.metadata";

  private final Manifest manifest;
  private final Scope scope;

  MetadataRules(Manifest manifest, Scope scope) {
    this.manifest = manifest;
    this.scope = scope;
  }

  void check() throws Unreadable {
    for (Assertion assertion : manifest.assertions()) {
      String label = assertion.label().raw();
      if (LABEL.matcher(label).matches() && !label.equals("c2pa.assertion.metadata")) {
        Optional<JsonNode> metadata = AssertionJson.of(assertion);
        if (metadata.isEmpty() || !hasContext(metadata.get())) {
          throw new Unreadable("a metadata assertion without a context");
        }
        if (scope.rules().judgesMetadata() && !isValid(assertion, metadata.get())) {
          scope
              .log()
              .failure(
                  StatusCode.ASSERTION_METADATA_DISALLOWED,
                  manifest.uriOf(assertion),
                  "metadata assertion contains disallowed field");
        }
      }
    }
  }

  private static boolean hasContext(JsonNode metadata) {
    JsonNode context = metadata.path("@context");
    return context.isObject() && context.valueStream().allMatch(JsonNode::isString);
  }

  private static boolean isValid(Assertion assertion, JsonNode metadata) {
    JsonNode context = metadata.path("@context");
    boolean prefixesAreKnown =
        metadata.propertyNames().stream()
            .filter(name -> name.contains(":"))
            .allMatch(name -> context.has(name.substring(0, name.indexOf(':'))));
    return !context.isEmpty()
        && prefixesAreKnown
        && (!assertion.label().base().equals(STANDARD) || isStandard(metadata));
  }

  private static boolean isStandard(JsonNode metadata) {
    MetadataFields known = MetadataFields.known();
    return metadata.path("@context").properties().stream()
            .allMatch(entry -> known.allows(entry.getKey(), entry.getValue().stringValue()))
        && metadata.propertyNames().stream()
            .filter(name -> !name.equals("@context"))
            .allMatch(known::allows);
  }
}
