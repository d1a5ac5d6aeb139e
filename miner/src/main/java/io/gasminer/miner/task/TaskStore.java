package io.gasminer.miner.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Owns the durability of tasks: what a method of this interface has returned from is on disk.
 *
 * <p>Thread-safe. Several processes may share one store where the database allows it. Methods throw
 * {@link StoreUnavailable} when the database does not answer; the caller's step is then run again.
 */
public interface TaskStore extends AutoCloseable {
  /** Writes the task, the memory of its request and the schedule of its first step, or nothing. */
  AcceptOutcome accept(Task task, SeenRequest request);

  /** Remembers a request that makes no task; false when it was seen before. */
  boolean remember(SeenRequest request);

  /** The task, if it is known and not yet cleaned up. */
  Optional<Task> find(TaskId id);

  /** Replaces the task's state and ticket, if the stored state is one that leads to it. */
  default void save(Task task) {
    save(task, List.of());
  }

  /** As {@link #save(Task)}, and keeps what happened in the same transaction. */
  void save(Task task, List<TaskEvent> happened);

  /** What has happened to a task besides its states, oldest first. */
  List<TaskEvent> events(TaskId id);

  /** Stores the media that generation brought, durably, until {@link #releaseMedia}. */
  void storeMedia(TaskId id, Media media);

  /** The stored media, or empty when none was stored or it was released. */
  Optional<Media> media(TaskId id);

  /** Lets go of the bytes: delivered, refused, rejected by the gate, or given up. */
  void releaseMedia(TaskId id);

  /** Appends the receipt of a delivery attempt. */
  void recordAttempt(TaskId id, Attempt attempt);

  /** The receipts of a task, oldest first. */
  List<Attempt> attempts(TaskId id);

  /** How many tasks there are in each state. */
  TaskCounts counts();

  /** Forgets finished tasks older than the instant, and requests whose signatures have run out. */
  int cleanUp(Instant olderThan, Instant now);

  @Override
  void close();
}
