package io.gasminer.miner.task;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * Owns the passing of a task between its two schedules: it stands in exactly one of them.
 *
 * <p>Thread-safe; each method is one durable transaction. Throws {@link StoreUnavailable} as {@link
 * TaskStore} does.
 */
public interface Handover {
  /** Saves the task and moves it to the delivery schedule, due at the instant. */
  void toDelivery(Task task, Instant due);

  /** Saves the task and moves it back to the generation schedule, due at the instant. */
  void toGeneration(Task task, Instant due);

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
