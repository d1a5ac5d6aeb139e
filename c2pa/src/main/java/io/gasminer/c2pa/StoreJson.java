package io.gasminer.c2pa;

import io.gasminer.c2pa.manifest.Ingredient;
import io.gasminer.c2pa.manifest.JumbfUri;
import io.gasminer.c2pa.status.Status;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Owns the JSON form of a report, by the names of the validators' reader. */
final class StoreJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.UTC);

  private StoreJson() {}

  static ObjectNode of(ValidationReport report) {
    ObjectNode json = JSON.objectNode();
    json.put("active_manifest", report.active().label());
    ObjectNode manifests = json.putObject("manifests");
    report.manifests().stream()
        .filter(ManifestReport::shown)
        .forEach(manifest -> manifests.set(manifest.label(), of(manifest)));
    List<Status> failures = report.results().failures();
    if (!failures.isEmpty()) {
      json.set("validation_status", of(failures));
    }
    json.set("validation_results", of(report.results()));
    json.put("validation_state", report.state().text());
    return json;
  }

  private static ObjectNode of(ManifestReport manifest) {
    ObjectNode json = JSON.objectNode();
    put(json, "claim_generator", manifest.claimGenerator());
    if (!manifest.claimGeneratorInfo().isEmpty()) {
      ArrayNode info = json.putArray("claim_generator_info");
      manifest.claimGeneratorInfo().forEach(info::add);
    }
    put(json, "title", manifest.title());
    put(json, "format", manifest.format());
    json.put("instance_id", manifest.instanceId());
    ArrayNode ingredients = json.putArray("ingredients");
    manifest.ingredients().forEach(ingredient -> ingredients.add(of(ingredient)));
    ArrayNode assertions = json.putArray("assertions");
    for (ManifestReport.AssertionReport assertion : manifest.assertions()) {
      ObjectNode node = assertions.addObject().put("label", assertion.label());
      node.set("data", assertion.data());
      if (assertion.instance() > 0) {
        node.put("instance", assertion.instance());
      }
    }
    if (!manifest.redactions().isEmpty()) {
      ArrayNode redactions = json.putArray("redactions");
      manifest.redactions().forEach(redactions::add);
    }
    manifest.signature().ifPresent(signature -> json.set("signature_info", of(signature)));
    json.put("label", manifest.label());
    return json.put("claim_version", manifest.claimVersion());
  }

  private static ObjectNode of(Ingredient ingredient) {
    ObjectNode json = JSON.objectNode();
    put(json, "title", ingredient.title());
    put(json, "format", ingredient.format());
    put(json, "instance_id", ingredient.instanceId());
    json.put("relationship", ingredient.relationship().text());
    put(
        json,
        "active_manifest",
        ingredient.manifest().flatMap(uri -> JumbfUri.manifestOf(uri.url())));
    return json;
  }

  private static ObjectNode of(SignatureSummary signature) {
    ObjectNode json = JSON.objectNode();
    put(json, "alg", signature.algorithm());
    put(json, "issuer", signature.issuer());
    put(json, "common_name", signature.commonName());
    json.put("cert_serial_number", signature.serialNumber().toString());
    put(json, "time", signature.time().map(TIME::format));
    return json;
  }

  private static ObjectNode of(ValidationResults results) {
    ObjectNode json = JSON.objectNode();
    json.set("activeManifest", of(results.activeManifest()));
    if (!results.ingredientDeltas().isEmpty()) {
      ArrayNode deltas = json.putArray("ingredientDeltas");
      results
          .ingredientDeltas()
          .forEach(
              (uri, codes) ->
                  deltas
                      .addObject()
                      .put("ingredientAssertionURI", uri)
                      .set("validationDeltas", of(codes)));
    }
    return json;
  }

  private static ObjectNode of(ValidationResults.Codes codes) {
    ObjectNode json = JSON.objectNode();
    json.set("success", of(codes.success()));
    json.set("informational", of(codes.informational()));
    json.set("failure", of(codes.failure()));
    return json;
  }

  private static ArrayNode of(List<Status> statuses) {
    ArrayNode json = JSON.arrayNode();
    for (Status status : statuses) {
      json.addObject()
          .put("code", status.code())
          .put("url", status.url())
          .put("explanation", status.explanation());
    }
    return json;
  }

  private static void put(ObjectNode json, String name, Optional<String> value) {
    value.ifPresent(text -> json.put(name, text));
  }
}
