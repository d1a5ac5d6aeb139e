package io.gasminer.miner.provenance;

import io.gasminer.c2pa.ManifestReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Owns the reading of the model's name out of a manifest, as the policy does it. */
final class ModelName {
  /** Programs that write manifests and make no media. */
  private static final List<String> WRITERS =
      List.of("c2pa", "libc2pa", "contentauth", "trustedpublisher");

  private ModelName() {}

  static Optional<String> of(ManifestReport manifest) {
    for (JsonNode action : ActionList.of(manifest)) {
      Optional<String> name = text(action.path("softwareAgent")).flatMap(ModelName::token);
      Optional<String> found = name.or(() -> parameter(action.path("parameters")));
      if (found.isPresent()) {
        return found;
      }
    }
    return manifest.claimGenerator().flatMap(ModelName::token);
  }

  private static Optional<String> parameter(JsonNode parameters) {
    JsonNode name = parameters.path("model_name");
    return name.isNumber() ? Optional.of(name.asString()) : text(name);
  }

  private static Optional<String> text(JsonNode node) {
    return node.isString() && !node.stringValue().isEmpty()
        ? Optional.of(node.stringValue())
        : Optional.empty();
  }

  private static Optional<String> token(String text) {
    for (String word : text.strip().split("\\s+")) {
      String name = word.contains("/") ? word.substring(0, word.indexOf('/')) : word;
      String lower = name.toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && WRITERS.stream().noneMatch(lower::startsWith)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }
}
