package io.gasminer.miner.store;

import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.Progress;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskId;
import io.gasminer.miner.task.TaskState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns the form of a task in a row. What comes from outside is written as JSON in ASCII, so that no
 * character can offend a database.
 */
final class Codec {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

  private Codec() {}

  /** What never changes. */
  private record Request(
      String prompt, Map<String, Object> parameters, String webhookUrl, String signedBy) {}

  /** What a finished task has. */
  private record Result(String reason, String contentType, long bytes, Map<String, String> facts) {}

  static String request(Task task) {
    return JSON.writeValueAsString(
        new Request(task.prompt(), task.parameters(), task.webhookUrl(), task.signedBy()));
  }

  static Optional<String> ticket(Task task) {
    return task.ticket().map(JSON::writeValueAsString);
  }

  static String progress(Task task) {
    return JSON.writeValueAsString(task.progress());
  }

  static Optional<String> result(TaskState state) {
    return switch (state) {
      case TaskState.Pending() -> Optional.empty();
      case TaskState.Processing ignored -> Optional.empty();
      case TaskState.Completed done ->
          Optional.of(
              JSON.writeValueAsString(
                  new Result("", done.contentType(), done.bytes(), done.facts())));
      case TaskState.Failed failed ->
          Optional.of(JSON.writeValueAsString(new Result(failed.reason(), "", 0, Map.of())));
    };
  }

  static Optional<Instant> startedAt(TaskState state) {
    return switch (state) {
      case TaskState.Pending() -> Optional.empty();
      case TaskState.Processing(Instant started) -> Optional.of(started);
      case TaskState.Completed done -> Optional.of(done.startedAt());
      case TaskState.Failed failed -> Optional.of(failed.startedAt());
    };
  }

  static Optional<Instant> completedAt(TaskState state) {
    return switch (state) {
      case TaskState.Pending() -> Optional.empty();
      case TaskState.Processing ignored -> Optional.empty();
      case TaskState.Completed done -> Optional.of(done.completedAt());
      case TaskState.Failed failed -> Optional.of(failed.completedAt());
    };
  }

  static String facts(Map<String, String> facts) {
    return JSON.writeValueAsString(facts);
  }

  static Map<String, String> facts(String written) {
    return JSON.readValue(written, FACTS);
  }

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  static Task task(ResultSet row) throws SQLException {
    Request request = JSON.readValue(row.getString("request"), Request.class);
    Optional<JobTicket> ticket =
        Optional.ofNullable(row.getString("ticket"))
            .map(text -> JSON.readValue(text, JobTicket.class));
    return new Task(
        new TaskId(UUID.fromString(row.getString("id"))),
        Modality.valueOf(row.getString("modality").toUpperCase(Locale.ROOT)),
        request.prompt(),
        request.parameters(),
        request.webhookUrl(),
        request.signedBy(),
        instant(row.getLong("created_at")),
        state(row),
        ticket,
        JSON.readValue(row.getString("progress"), Progress.class));
  }

  private static TaskState state(ResultSet row) throws SQLException {
    String name = row.getString("state");
    if (name.equals("pending")) {
      return new TaskState.Pending();
    }
    Instant started = instant(row.getLong("started_at"));
    if (name.equals("processing")) {
      return new TaskState.Processing(started);
    }
    Instant completed = instant(row.getLong("completed_at"));
    Result result = JSON.readValue(row.getString("result"), Result.class);
    return name.equals("completed")
        ? new TaskState.Completed(
            started, completed, result.contentType(), result.bytes(), result.facts())
        : new TaskState.Failed(started, completed, result.reason());
  }
}
