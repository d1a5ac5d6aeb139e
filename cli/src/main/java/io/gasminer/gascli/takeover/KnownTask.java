package io.gasminer.gascli.takeover;

import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.TaskId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Owns one task as the known miner had written it down.
 *
 * @param status {@code pending}, {@code processing}, {@code completed} or {@code failed}
 * @param job what it knew of a provider's job
 * @param result the media, where the file holds it
 */
record KnownTask(
    TaskId id,
    Modality modality,
    String status,
    String prompt,
    Map<String, Object> parameters,
    String webhook,
    String signedBy,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Job> job,
    Optional<byte[]> result) {
  /**
   * Its checkpoint.
   *
   * @param kind {@code openrouter_video}, {@code runway}, {@code openai_sora}, …
   */
  record Job(String kind, Map<String, String> fields) {
    Optional<String> field(String name) {
      return Optional.ofNullable(fields.get(name));
    }
  }

  @Override
  public String toString() {
    return "KnownTask[" + id + ", " + status + "]";
  }
}
