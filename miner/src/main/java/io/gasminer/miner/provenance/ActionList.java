package io.gasminer.miner.provenance;

import io.gasminer.c2pa.ManifestReport;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Owns the actions of a manifest as JSON, of every assertion that is named after them. */
final class ActionList {
  private ActionList() {}

  static List<JsonNode> of(ManifestReport manifest) {
    List<JsonNode> actions = new ArrayList<>();
    for (ManifestReport.AssertionReport assertion : manifest.assertions()) {
      if (assertion.label().contains("c2pa.actions")) {
        assertion.data().path("actions").forEach(actions::add);
      }
    }
    return actions;
  }
}
