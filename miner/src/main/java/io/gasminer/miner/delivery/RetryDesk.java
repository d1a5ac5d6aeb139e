package io.gasminer.miner.delivery;

import io.gasminer.miner.events.StepEvents;
import io.gasminer.miner.mailbox.Letter;
import io.gasminer.miner.mailbox.Mailbox;
import io.gasminer.miner.task.Handover;
import io.gasminer.miner.task.StoreUnavailable;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskEvent;
import io.gasminer.miner.task.TaskId;
import io.gasminer.miner.task.TaskStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Owns the sending again of a result because its operator asks for it: the waiting delivery becomes
 * due, and the step that delivers looks for itself what was recorded already.
 *
 * <p>Thread-safe. {@link #sendAgain} throws {@link StoreUnavailable} as the store does.
 */
public final class RetryDesk {
  private static final String NAME = "retry";

  private final TaskStore store;
  private final Handover handover;
  private final InstantSource clock;
  private final StepEvents events;

  /** A desk over one store. */
  public RetryDesk(TaskStore store, Handover handover, InstantSource clock, StepEvents events) {
    this.store = store;
    this.handover = handover;
    this.clock = clock;
    this.events = events;
  }

  /** Where a command of the same machine asks for it. */
  public static Mailbox mailbox(Path folder) {
    return new Mailbox(folder, NAME);
  }

  /** Serves the letter that waits, if there is one. */
  public void look(Mailbox mailbox) {
    try {
      Optional<Letter> letter = mailbox.take();
      if (letter.isPresent()) {
        mailbox.answer(letter.get().id(), answer(letter.get().matter()));
      }
    } catch (IOException failed) {
      events.retryRequestFailed(failed.toString());
    }
  }

  private Map<String, Object> answer(String id) {
    try {
      return Map.of("due", TaskId.parse(id).filter(this::sendAgain).isPresent());
    } catch (StoreUnavailable away) {
      events.retryRequestFailed(String.valueOf(away.getMessage()));
      return Map.of("due", false, "why", String.valueOf(away.getMessage()));
    }
  }

  /** Makes the delivery due now; false when something stands in the way or it is under way. */
  public boolean sendAgain(TaskId id) {
    Optional<Task> task = store.find(id);
    Instant now = clock.instant();
    boolean free =
        task.isPresent()
            && RetryObstacle.to(
                    task.get(), store.attempts(id), handover.mediaSize(id).isPresent(), now)
                .isEmpty();
    boolean due =
        free
            && handover.deliverAt(
                id, now, new TaskEvent(now, TaskEvent.Kind.RETRIED, "asked for by the operator"));
    events.retryAsked(id.toString(), due);
    return due;
  }
}
