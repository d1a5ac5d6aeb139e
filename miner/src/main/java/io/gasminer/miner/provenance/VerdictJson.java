package io.gasminer.miner.provenance;

import io.gasminer.c2pa.ReadResult;
import io.gasminer.c2pa.ValidationResults;
import io.gasminer.c2pa.status.Status;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Owns the JSON of a verdict: the policy's fields under the policy's names, and beside them the
 * specification's own verdict.
 */
public final class VerdictJson {
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter WHOLE_SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.UTC);

  private VerdictJson() {}

  /** The object that stands under {@code result} for one file. */
  public static ObjectNode of(Sn34Verdict verdict, ReadResult read) {
    ObjectNode json = policy(verdict);
    if (read instanceof ReadResult.Report(var report)) {
      json.put("validation_state", report.state().text());
      json.putObject("validation_results")
          .set("activeManifest", codes(report.results().activeManifest()));
    }
    return json;
  }

  /** The policy's fields alone. */
  public static ObjectNode policy(Sn34Verdict verdict) {
    Optional<Sn34Verdict.Origin> origin = verdict.origin();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("verified", verdict.verified());
    json.put("signature_valid", verdict.signatureValid());
    put(json, "issuer", verdict.claimGenerator());
    put(json, "cert_issuer", verdict.certIssuer());
    json.put("is_trusted_issuer", verdict.verified());
    json.put("is_self_signed", verdict.selfSigned());
    json.put("ai_generated", origin.map(Sn34Verdict.Origin::aiGenerated).orElse(false));
    put(json, "model_name", origin.flatMap(Sn34Verdict.Origin::modelName));
    put(json, "provider_profile", origin.flatMap(Sn34Verdict.Origin::profile));
    json.put("metadata_complete", origin.map(Sn34Verdict.Origin::complete).orElse(false));
    list(json, "policy_warnings", origin.map(Sn34Verdict.Origin::warnings).orElse(List.of()));
    list(json, "validation_errors", verdict.validationErrors());
    put(json, "error", verdict.error());
    put(
        json,
        "signing_time",
        origin.flatMap(Sn34Verdict.Origin::signingTime).map(VerdictJson::time));
    return json;
  }

  private static String time(Instant instant) {
    boolean whole = instant.equals(instant.truncatedTo(ChronoUnit.SECONDS));
    return (whole ? WHOLE_SECONDS : MICROSECONDS).format(instant);
  }

  private static ObjectNode codes(ValidationResults.Codes codes) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("success", statuses(codes.success()));
    json.set("informational", statuses(codes.informational()));
    json.set("failure", statuses(codes.failure()));
    return json;
  }

  private static ArrayNode statuses(List<Status> statuses) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Status status : statuses) {
      array
          .addObject()
          .put("code", status.code())
          .put("url", status.url())
          .put("explanation", status.explanation());
    }
    return array;
  }

  private static void put(ObjectNode json, String name, Optional<String> value) {
    value.ifPresentOrElse(text -> json.put(name, text), () -> json.putNull(name));
  }

  private static void list(ObjectNode json, String name, List<String> values) {
    ArrayNode array = json.putArray(name);
    values.forEach(array::add);
  }
}
