package io.gasminer.miner.steps;

import io.gasminer.miner.events.StepEvents;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns the operator's own copies ({@code MINER_SAVE_LOCALLY}): media and a description of each
 * under {@code <folder>/<modality>/}. A failure is said and never holds up a delivery. Thread-safe.
 */
final class LocalCopies {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final Map<String, String> ENDINGS =
      Map.of(
          "image/png", "png",
          "image/jpeg", "jpg",
          "image/webp", "webp",
          "image/gif", "gif",
          "video/mp4", "mp4",
          "video/quicktime", "mov",
          "video/webm", "webm");

  private final Path folder;
  private final StepEvents events;

  LocalCopies(Path folder, StepEvents events) {
    this.folder = folder;
    this.events = events;
  }

  void write(Task task, Media media) {
    try {
      Path kind = Files.createDirectories(folder.resolve(task.modality().wireName()));
      String ending = ENDINGS.getOrDefault(media.contentType(), "bin");
      put(kind.resolve(task.id() + "." + ending), media.bytes());
      put(kind.resolve(task.id() + ".json"), JSON.writeValueAsBytes(description(task)));
    } catch (IOException failed) {
      events.localCopyFailed(
          task.id().toString(), failed.getClass().getSimpleName() + ": " + failed.getMessage());
    }
  }

  private static Map<String, Object> description(Task task) {
    Map<String, Object> known = new LinkedHashMap<>();
    known.put("task_id", task.id().toString());
    known.put("modality", task.modality().wireName());
    known.put("prompt", task.prompt());
    known.put("parameters", task.parameters());
    known.put("signed_by", task.signedBy());
    known.put("created_at", task.createdAt().toString());
    if (task.state() instanceof TaskState.Completed done) {
      known.put("completed_at", done.completedAt().toString());
      known.put("facts", done.facts());
    }
    return known;
  }

  private static void put(Path file, byte[] bytes) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, bytes);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
