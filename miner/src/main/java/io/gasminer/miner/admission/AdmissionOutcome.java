package io.gasminer.miner.admission;

import io.gasminer.miner.task.Task;

/** The answer to a challenge. */
public sealed interface AdmissionOutcome {
  /** The task is on disk with its schedule. */
  record Accepted(Task task) implements AdmissionOutcome {}

  /** The request cannot be served as it is; repeating it will not help. */
  record Malformed(String reason) implements AdmissionOutcome {}

  /** No configured service makes this modality. */
  record NoService(String reason) implements AdmissionOutcome {}

  /** The same signed request was accepted before. */
  record Replayed(String reason) implements AdmissionOutcome {}

  /** No room, or no database, at the moment: come back after so many seconds. */
  record Busy(String reason, int retryAfterSeconds) implements AdmissionOutcome {}
}
