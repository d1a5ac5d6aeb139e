package io.gasminer.miner.task;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * Owns the passing of a task between its two schedules: it stands in exactly one of them.
 *
 * <p>Thread-safe; each method is one durable transaction. Throws {@link StoreUnavailable} as {@link
 * TaskStore} does.
 */
public interface Handover {
  /** Saves the task and moves it to the delivery schedule, due at the instant. */
  default void toDelivery(Task task, Instant due) {
    toDelivery(task, due, List.of());
  }

  /** As {@link #toDelivery(Task, Instant)}, and keeps what happened in the same transaction. */
  void toDelivery(Task task, Instant due, List<TaskEvent> happened);

  /** Saves the task and moves it back to the generation schedule, due at the instant. */
  void toGeneration(Task task, Instant due);

  /**
   * Makes the waiting delivery of a task due at the instant, and keeps that it was asked for.
   *
   * @return false when no delivery of it waits: it is over, or under way this moment
   */
  boolean deliverAt(TaskId id, Instant due, TaskEvent asked);

  /** The size in bytes of the media that is stored for a task, without reading it. */
  OptionalLong mediaSize(TaskId id);

  /** Whom to tell that a step has become due on this node, so that nobody waits for a poll. */
  void tellOfDue(DueListener listener);

  /** Hears of steps that were made due on this node. Called after the commit; must not block. */
  interface DueListener {
    /** A task stands in the generation schedule. */
    void generationDue(Instant at);

    /** A task stands in the delivery schedule. */
    void deliveryDue(Instant at);
  }
}
