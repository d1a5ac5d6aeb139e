package io.gasminer.gascli.takeover;

import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.TaskId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Owns the reading of {@code <task id>.json}: {@code {"version": 1, "task": {…}}}.
 *
 * <p>A task of which anything is missing that a delivery needs is not taken, as half a task costs
 * money and earns none.
 */
final class TaskFile {
  private static final int LARGEST = 48 << 20;
  private static final int LONGEST_REQUEST = 1 << 20;
  private static final int LONGEST_FIELD = 500;
  private static final Set<String> STATES = Set.of("pending", "processing", "completed", "failed");
  private static final StateJson JSON = new StateJson(LARGEST);

  private TaskFile() {}

  /** What reading ended in. */
  sealed interface Reading {
    /** A whole task. */
    record Read(KnownTask task) implements Reading {}

    /** No task can be had from it. */
    record Broken(String why) implements Reading {}
  }

  static Reading read(Path file) {
    String name = String.valueOf(file.getFileName());
    Optional<TaskId> id = TaskId.parse(name.substring(0, name.length() - ".json".length()));
    if (id.isEmpty()) {
      return new Reading.Broken("its name is no task's id");
    }
    return switch (JSON.read(file)) {
      case StateJson.Reading.Unreadable(String why) -> new Reading.Broken(why);
      case StateJson.Reading.Read(JsonNode root) ->
          root.path("version").isNumber() && root.path("version").asInt(0) == 1
              ? task(id.get(), root.path("task"))
              : new Reading.Broken("it is of a version that is not known (1 is)");
    };
  }

  private static Reading task(TaskId id, JsonNode task) {
    Optional<String> said = StateJson.text(task.path("task_id"));
    if (said.flatMap(TaskId::parse).filter(id::equals).isEmpty()) {
      return new Reading.Broken("the task in it has another id than its name");
    }
    Optional<Modality> modality =
        Stream.of(Modality.values())
            .filter(one -> one.wireName().equals(task.path("modality").asString("")))
            .findFirst();
    Optional<String> prompt = StateJson.text(task.path("prompt"));
    Optional<String> webhook = StateJson.text(task.path("webhook_url"));
    Optional<String> signer =
        StateJson.text(task.path("signed_by")).filter(one -> Ss58Address.parse(one).isPresent());
    Optional<Instant> created = StateJson.instant(task.path("created_at"));
    String status = task.path("status").asString("");
    if (modality.isEmpty()) {
      return new Reading.Broken("its modality is neither image nor video");
    }
    if (prompt.isEmpty() || webhook.isEmpty() || signer.isEmpty() || created.isEmpty()) {
      return new Reading.Broken("prompt, webhook_url, signed_by or created_at is missing in it");
    }
    if (!STATES.contains(status)) {
      return new Reading.Broken("its status is none that is known");
    }
    if (task.path("parameters").toString().length() + prompt.get().length() > LONGEST_REQUEST) {
      return new Reading.Broken("its prompt and parameters are longer than any request may be");
    }
    return new Reading.Read(
        new KnownTask(
            id,
            modality.get(),
            status,
            prompt.get(),
            parameters(task.path("parameters")),
            webhook.get(),
            signer.get(),
            created.get(),
            StateJson.instant(task.path("started_at")),
            job(task.path("checkpoint")),
            result(task.path("result_data"))));
  }

  private static Map<String, Object> parameters(JsonNode node) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    node.properties()
        .forEach(
            entry -> {
              if (!entry.getValue().isNull()) {
                parameters.put(entry.getKey(), JSON.plain(entry.getValue()));
              }
            });
    return parameters;
  }

  private static Optional<KnownTask.Job> job(JsonNode checkpoint) {
    Map<String, String> fields = new HashMap<>();
    checkpoint
        .properties()
        .forEach(
            entry ->
                StateJson.text(entry.getValue())
                    .filter(text -> text.length() <= LONGEST_FIELD)
                    .filter(text -> text.chars().noneMatch(Character::isISOControl))
                    .ifPresent(text -> fields.put(entry.getKey(), text)));
    return Optional.ofNullable(fields.get("kind"))
        .map(kind -> new KnownTask.Job(kind, Map.copyOf(fields)));
  }

  private static Optional<byte[]> result(JsonNode node) {
    try {
      return StateJson.text(node)
          .map(Base64.getDecoder()::decode)
          .filter(bytes -> bytes.length > 0);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
