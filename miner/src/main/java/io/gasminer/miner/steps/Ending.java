package io.gasminer.miner.steps;

import io.gasminer.miner.events.StepEvents;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Owns the two ends of generation: media on disk, or an honest failure. Both are delivered. */
final class Ending {
  private final StepParts parts;
  private final Insistence insistence;
  private final InstantSource clock;
  private final StepEvents events;

  Ending(StepParts parts, Insistence insistence, InstantSource clock, StepEvents events) {
    this.parts = parts;
    this.insistence = insistence;
    this.clock = clock;
    this.events = events;
  }

  /** Keeps what was made and passes the task on to be judged. */
  StepResult keep(Task task, Media media) {
    insistence.on(task, () -> parts.store().storeMedia(task.id(), media));
    Instant now = clock.instant();
    events.generated(
        task.id().toString(),
        media.contentType(),
        media.bytes().length,
        Duration.between(startOf(task), now));
    parts
        .handover()
        .toDelivery(
            task.with(task.progress().settled()),
            now,
            Happened.produced(media, Duration.between(startOf(task), now)).at(now));
    return new StepResult.Moved();
  }

  /** Ends the task without media; the validator will be told the reason. */
  StepResult fail(Task task, String reason) {
    Instant now = clock.instant();
    parts.handover().toDelivery(task.failed(reason, now), now);
    events.taskFailed(task.id().toString(), reason);
    return new StepResult.Moved();
  }

  static Instant startOf(Task task) {
    return switch (task.state()) {
      case TaskState.Pending() -> task.createdAt();
      case TaskState.Processing(Instant startedAt) -> startedAt;
      case TaskState.Completed completed -> completed.startedAt();
      case TaskState.Failed failed -> failed.startedAt();
    };
  }
}
