package io.gasminer.miner.task;

import java.time.Instant;
import java.util.Map;

/** The states of a task, each with the data that only it has. */
public sealed interface TaskState {
  /**
   * The name on the wire: {@code pending}, {@code processing}, {@code completed}, {@code failed}.
   */
  String wireName();

  /** Accepted and durable; no provider has been asked yet. */
  record Pending() implements TaskState {
    @Override
    public String wireName() {
      return "pending";
    }
  }

  /** A provider is at work, or its result is being judged; the time limit counts from the start. */
  record Processing(Instant startedAt) implements TaskState {
    @Override
    public String wireName() {
      return "processing";
    }
  }

  /** The media exists and passed the gate; delivery may still be under way. */
  record Completed(
      Instant startedAt,
      Instant completedAt,
      String contentType,
      long bytes,
      Map<String, String> facts)
      implements TaskState {
    @Override
    public String wireName() {
      return "completed";
    }
  }

  /** There will be no media; the failure notice may still be under way. */
  record Failed(Instant startedAt, Instant completedAt, String reason) implements TaskState {
    @Override
    public String wireName() {
      return "failed";
    }
  }
}
