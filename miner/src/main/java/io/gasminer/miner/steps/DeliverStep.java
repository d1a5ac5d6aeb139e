package io.gasminer.miner.steps;

import io.gasminer.miner.delivery.Courier;
import io.gasminer.miner.delivery.DeliveryOutcome;
import io.gasminer.miner.events.StepEvents;
import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskId;
import io.gasminer.miner.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Owns the last step: it has the result judged if that is still to be done, and brings it, or the
 * notice of the failure, to the validator.
 *
 * <p>Reads the stored state first; may run again after a crash at any point. Thread-safe.
 */
final class DeliverStep {
  private static final Set<String> FINAL =
      Set.of("recorded", "already-processed", "refused", "blocked");

  private final StepParts parts;
  private final VerifyStep verify;
  private final Duration grace;
  private final MediaBudget budget;
  private final InstantSource clock;
  private final StepEvents events;

  DeliverStep(
      StepParts parts,
      VerifyStep verify,
      Duration grace,
      MediaBudget budget,
      InstantSource clock,
      StepEvents events) {
    this.parts = parts;
    this.verify = verify;
    this.grace = grace;
    this.budget = budget;
    this.clock = clock;
    this.events = events;
  }

  StepResult run(TaskId id) {
    Optional<Task> task = parts.store().find(id);
    if (task.isEmpty()) {
      return new StepResult.Done();
    }
    long size = parts.handover().mediaSize(id).orElse(0);
    return budget.holding(size, () -> run(task.get(), parts.store().media(id)));
  }

  private StepResult run(Task task, Optional<Media> media) {
    return switch (task.state()) {
      case TaskState.Pending() -> back(task);
      case TaskState.Processing ignored ->
          media.isEmpty() ? back(task) : judgeAndDeliver(task, media.get());
      case TaskState.Completed ignored -> deliver(task, media);
      case TaskState.Failed ignored -> deliver(task, Optional.empty());
    };
  }

  private StepResult back(Task task) {
    parts.handover().toGeneration(task, clock.instant());
    return new StepResult.Moved();
  }

  private StepResult judgeAndDeliver(Task task, Media media) {
    return switch (verify.judge(task, media)) {
      case VerifyStep.Judged.Elsewhere() -> new StepResult.Moved();
      case VerifyStep.Judged.Deliver(Task judged) ->
          deliver(
              judged,
              judged.state() instanceof TaskState.Completed
                  ? Optional.of(media)
                  : Optional.empty());
    };
  }

  private StepResult deliver(Task task, Optional<Media> media) {
    Instant first = task.createdAt().plus(grace);
    if (clock.instant().isBefore(first)) {
      return new StepResult.Again(first);
    }
    List<Attempt> before = parts.store().attempts(task.id());
    if (isOver(task, before)) {
      parts.store().releaseMedia(task.id());
      return new StepResult.Done();
    }
    DeliveryOutcome outcome = parts.courier().deliver(task, media, before);
    parts.store().recordAttempt(task.id(), outcome.attempt());
    return after(task, outcome, before.size() + 1);
  }

  // A crash may have come between the receipt and the end of the step.
  private boolean isOver(Task task, List<Attempt> before) {
    return !before.isEmpty()
        && (FINAL.contains(before.getLast().outcome())
            || clock.instant().isAfter(task.createdAt().plus(Courier.WINDOW)));
  }

  private StepResult after(Task task, DeliveryOutcome outcome, int attempt) {
    String id = task.id().toString();
    switch (outcome) {
      case DeliveryOutcome.Again(Attempt receipt, Instant next) -> {
        events.deliveryAgain(id, attempt, words(receipt), next);
        return new StepResult.Again(next);
      }
      case DeliveryOutcome.Recorded(Attempt receipt) ->
          events.delivered(id, attempt, words(receipt));
      case DeliveryOutcome.Refused(Attempt receipt) ->
          events.deliveryRefused(id, attempt, words(receipt));
      case DeliveryOutcome.GivenUp(Attempt receipt) ->
          events.deliveryGivenUp(id, attempt, words(receipt));
    }
    parts.store().releaseMedia(task.id());
    return new StepResult.Done();
  }

  // A validator's words go into a log line: one line, and not a long one.
  private static String words(Attempt receipt) {
    String line = receipt.answer().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    String status = receipt.status().map(code -> code + " ").orElse("");
    return status + (line.length() <= 300 ? line : line.substring(0, 300));
  }
}
