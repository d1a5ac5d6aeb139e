package io.gasminer.miner.delivery;

import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskState;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns what is sent: the body, its type and the headers that are not Epistula's (wire protocol,
 * section 3).
 */
record Parcel(byte[] body, String contentType, Map<String, String> headers) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST_HEADER = 1_000;

  static Parcel of(Task task, Optional<Media> media) {
    return media.map(present -> success(task, present)).orElseGet(() -> failure(task));
  }

  private static Parcel success(Task task, Media media) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("task-id", task.id().toString());
    headers.put("task-status", "completed");
    media
        .facts()
        .forEach((key, value) -> headers.put("x-meta-" + headerName(key), headerSafe(value)));
    return new Parcel(media.bytes(), media.contentType(), headers);
  }

  private static Parcel failure(Task task) {
    String reason =
        task.state() instanceof TaskState.Failed failed
            ? failed.reason()
            : "no media were produced";
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("task-id", task.id().toString());
    headers.put("task-status", "failed");
    headers.put("error-message", headerSafe(reason));
    String body =
        JSON.writeValueAsString(
            JSON.createObjectNode()
                .put("task_id", task.id().toString())
                .put("task_status", "failed")
                .put("error_message", reason)
                .put("modality", task.modality().wireName()));
    return new Parcel(body.getBytes(StandardCharsets.UTF_8), "application/json", headers);
  }

  private static String headerName(String key) {
    return key.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
  }

  /** The text as a header can carry it: one line, printable ASCII, bounded. */
  static String headerSafe(String text) {
    String line = text.replaceAll("[\\r\\n\\t]+", " ").replaceAll("[^\\x20-\\x7e]", "?").strip();
    return line.length() <= LONGEST_HEADER ? line : line.substring(0, LONGEST_HEADER);
  }
}
