package io.gasminer.miner.audit;

import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.TaskId;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Owns the files of the evidence as JSON. What is no evidence is read as none, and what is no JSON
 * throws.
 */
final class EvidenceJson {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int VERSION = 1;

  private EvidenceJson() {}

  static byte[] of(Evidence evidence) {
    ObjectNode json = head(evidence.model());
    json.put("at", evidence.at().toString());
    json.put("verdict", evidence.verdict().wireName());
    json.put("asked", evidence.asked());
    evidence.price().ifPresent(price -> json.put("price_usd", price.toPlainString()));
    evidence.made().ifPresent(made -> write(json.putObject("sample"), made));
    evidence
        .problem()
        .ifPresent(
            problem ->
                json.putObject("problem")
                    .put("words", problem.words())
                    .put("fault", problem.fault())
                    .put("next", problem.next()));
    write(json.putObject("facts"), evidence.facts());
    ArrayNode warnings = json.putArray("warnings");
    evidence.warnings().forEach(warnings::add);
    return bytes(json);
  }

  static byte[] of(PendingSample pending) {
    ObjectNode json = head(pending.model());
    json.put("task", pending.task().toString());
    json.put("at", pending.asked().toString());
    json.put("asked", pending.tier());
    pending.price().ifPresent(price -> json.put("price_usd", price.toPlainString()));
    pending
        .ticket()
        .ifPresent(
            ticket -> {
              ObjectNode job = json.putObject("ticket");
              job.put("provider", ticket.provider());
              job.put("model", ticket.model());
              job.put("job", ticket.jobId());
              job.put("accepted_at", ticket.acceptedAt().toString());
              write(job.putObject("details"), ticket.details());
            });
    return bytes(json);
  }

  static Optional<Evidence> evidence(byte[] file) {
    JsonNode json = JSON.readTree(file);
    Optional<AuditedModel> model = model(json);
    Optional<Instant> at = time(json.path("at"));
    Optional<Evidence.Verdict> verdict =
        Stream.of(Evidence.Verdict.values())
            .filter(value -> value.wireName().equals(text(json, "verdict")))
            .findFirst();
    if (model.isEmpty() || at.isEmpty() || verdict.isEmpty()) {
      return Optional.empty();
    }
    List<String> warnings = new ArrayList<>();
    json.path("warnings").values().forEach(value -> warnings.add(value.asString("")));
    JsonNode problem = json.path("problem");
    return Optional.of(
        new Evidence(
            model.get(),
            at.get(),
            verdict.get(),
            text(json, "asked"),
            price(json),
            made(json.path("sample")),
            problem.isObject()
                ? Optional.of(
                    new Evidence.Problem(
                        text(problem, "words"), text(problem, "fault"), text(problem, "next")))
                : Optional.empty(),
            texts(json.path("facts")),
            warnings));
  }

  static Optional<PendingSample> pending(byte[] file) {
    JsonNode json = JSON.readTree(file);
    Optional<AuditedModel> model = model(json);
    Optional<TaskId> task = TaskId.parse(text(json, "task"));
    Optional<Instant> asked = time(json.path("at"));
    JsonNode job = json.path("ticket");
    Optional<Instant> accepted = time(job.path("accepted_at"));
    if (model.isEmpty() || task.isEmpty() || asked.isEmpty()) {
      return Optional.empty();
    }
    if (job.isObject() && accepted.isEmpty()) {
      return Optional.empty();
    }
    Optional<JobTicket> ticket =
        accepted.map(
            time ->
                new JobTicket(
                    text(job, "provider"),
                    text(job, "model"),
                    text(job, "job"),
                    time,
                    texts(job.path("details"))));
    return Optional.of(
        new PendingSample(
            model.get(), task.get(), asked.get(), text(json, "asked"), price(json), ticket));
  }

  private static void write(ObjectNode json, Evidence.Made made) {
    json.put("file", made.file())
        .put("content_type", made.contentType())
        .put("bytes", made.bytes());
    made.size().ifPresent(size -> json.put("size", size));
    made.tier().ifPresent(tier -> json.put("tier", tier));
    made.took().ifPresent(took -> json.put("took", took.toString()));
  }

  private static Optional<Evidence.Made> made(JsonNode json) {
    String file = text(json, "file");
    // The name is joined to the folder's, so it must be one of ours.
    if (!file.matches("[A-Za-z0-9_.-]{1,120}") || file.startsWith(".")) {
      return Optional.empty();
    }
    return Optional.of(
        new Evidence.Made(
            file,
            text(json, "content_type"),
            json.path("bytes").asLong(0),
            optional(json, "size"),
            optional(json, "tier"),
            optional(json, "took").flatMap(EvidenceJson::duration)));
  }

  private static ObjectNode head(AuditedModel model) {
    return JSON.createObjectNode()
        .put("version", VERSION)
        .put("service", model.service())
        .put("modality", model.modality().wireName())
        .put("model", model.model());
  }

  private static Optional<AuditedModel> model(JsonNode json) {
    String name = text(json, "modality").toUpperCase(Locale.ROOT);
    return Stream.of(Modality.values())
        .filter(modality -> modality.name().equals(name))
        .findFirst()
        .filter(modality -> json.path("version").asInt(0) == VERSION)
        .map(modality -> new AuditedModel(text(json, "service"), modality, text(json, "model")));
  }

  private static void write(ObjectNode json, Map<String, String> texts) {
    texts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> json.put(entry.getKey(), entry.getValue()));
  }

  private static Map<String, String> texts(JsonNode json) {
    Map<String, String> texts = new LinkedHashMap<>();
    json.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString("")));
    return texts;
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asString("");
  }

  private static Optional<String> optional(JsonNode json, String field) {
    return Optional.of(text(json, field)).filter(text -> !text.isEmpty());
  }

  private static Optional<BigDecimal> price(JsonNode json) {
    return optional(json, "price_usd")
        .filter(text -> text.matches("\\d{1,9}(\\.\\d{1,12})?"))
        .map(BigDecimal::new);
  }

  private static Optional<Instant> time(JsonNode json) {
    try {
      return Optional.of(Instant.parse(json.asString("")));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> duration(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeException notADuration) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(ObjectNode json) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
  }
}
