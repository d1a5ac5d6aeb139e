package io.gasminer.miner.explanation;

import io.gasminer.miner.explanation.ManifestOutline.AnchorFound;
import io.gasminer.miner.explanation.ManifestOutline.AssertionOutline;
import io.gasminer.miner.explanation.ManifestOutline.CertificateOutline;
import io.gasminer.miner.provenance.PolicyStep;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Owns the JSON of an explanation, which stands beside the verdict's. */
public final class ExplanationJson {
  private ExplanationJson() {}

  /** The whole explanation. */
  public static ObjectNode of(Explanation explanation) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    put(json, "media_type", explanation.mediaType());
    put(json, "validation_state", explanation.state());
    ArrayNode manifests = json.putArray("manifests");
    explanation.manifests().forEach(manifest -> manifests.add(of(manifest)));
    ArrayNode policy = json.putArray("policy");
    for (PolicyStep step : explanation.walk().steps()) {
      policy
          .addObject()
          .put("rule", lower(step.rule()))
          .put("title", step.rule().title())
          .put("answer", lower(step.answer()))
          .put("words", step.words());
    }
    put(json, "decided_by", explanation.walk().firstFailure().map(step -> lower(step.rule())));
    ArrayNode causes = json.putArray("causes");
    for (Cause cause : explanation.causes()) {
      ObjectNode node = causes.addObject();
      node.put("fault", lower(cause.fault())).put("what", cause.what());
      texts(node, "next", cause.next());
    }
    explanation
        .anchorEnd()
        .ifPresent(
            ending ->
                json.putObject("anchor_end")
                    .put("anchor", ending.entry().anchor().name())
                    .put("ends", ending.entry().ends().toString())
                    .put("days_left", ending.daysLeft()));
    return json;
  }

  private static ObjectNode of(ManifestOutline manifest) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("label", manifest.label()).put("active", manifest.active());
    manifest
        .claim()
        .ifPresent(
            claim -> {
              ObjectNode node = json.putObject("claim").put("version", claim.version());
              put(node, "generator", claim.generator());
              put(node, "title", claim.title());
              put(node, "signed_by", claim.signedBy());
              put(node, "algorithm", claim.algorithm());
              put(node, "signed_at", claim.signedAt().map(Object::toString));
            });
    ArrayNode assertions = json.putArray("assertions");
    for (AssertionOutline assertion : manifest.assertions()) {
      ObjectNode node = assertions.addObject().put("label", assertion.label());
      node.put("hash", lower(assertion.hash()));
      texts(node, "says", assertion.says());
      assertion.ingredient().ifPresent(label -> node.put("manifest", label));
    }
    ArrayNode certificates = json.putArray("certificates");
    manifest.certificates().forEach(certificate -> certificates.add(of(certificate)));
    ArrayNode anchors = json.putArray("anchors");
    for (AnchorFound anchor : manifest.anchors()) {
      anchors
          .addObject()
          .put("set", anchor.set())
          .put("name", anchor.name())
          .put("ends", anchor.ends().toString());
    }
    manifest
        .stamp()
        .ifPresent(
            stamp -> {
              ObjectNode node = json.putObject("time_stamp");
              put(node, "time", stamp.time().map(Object::toString));
              node.put("code", stamp.code()).put("explanation", stamp.explanation());
            });
    return json;
  }

  private static ObjectNode of(CertificateOutline certificate) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("subject", certificate.subject())
        .put("issuer", certificate.issuer())
        .put("serial", certificate.serial())
        .put("not_before", certificate.notBefore().toString())
        .put("not_after", certificate.notAfter().toString());
    texts(json, "extended_key_usages", certificate.usages());
    return json;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static void put(ObjectNode json, String name, Optional<String> value) {
    value.ifPresentOrElse(text -> json.put(name, text), () -> json.putNull(name));
  }

  private static void texts(ObjectNode json, String name, List<String> values) {
    ArrayNode array = json.putArray(name);
    values.forEach(array::add);
  }
}
