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
  private static final Set<String> RECORDED = Set.of("recorded", "already-processed");
  private static final Set<String> MENDABLE = Set.of("blocked", "our-request-wrong");

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
    Instant now = clock.instant();
    if (now.isAfter(task.createdAt().plus(Courier.WINDOW))) {
      // Also the end of media that the gate cannot judge for a mistake of its own.
      String reason = "The challenge closed before the result could be judged";
      Task failed = task.failed(reason, now);
      parts.store().save(failed);
      events.taskFailed(task.id().toString(), reason);
      return deliver(failed, Optional.empty());
    }
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
    if (isOver(task, media, before)) {
      release(task);
      return new StepResult.Done();
    }
    DeliveryOutcome outcome = parts.courier().deliver(task, media, before);
    parts.store().recordAttempt(task.id(), outcome.attempt());
    return after(task, media, outcome, before.size() + 1);
  }

  // A crash may have come between the receipt and the end of the step, and an operator may have
  // asked for another attempt: what was recorded once is never sent again.
  private boolean isOver(Task task, Optional<Media> media, List<Attempt> before) {
    if (before.isEmpty()) {
      return false;
    }
    String last = before.getLast().outcome();
    return before.stream().map(Attempt::outcome).anyMatch(RECORDED::contains)
        || last.equals("refused")
        || (last.equals("blocked") && media.isEmpty())
        || clock.instant().isAfter(task.createdAt().plus(Courier.WINDOW));
  }

  private StepResult after(Task task, Optional<Media> media, DeliveryOutcome outcome, int attempt) {
    String id = task.id().toString();
    switch (outcome) {
      case DeliveryOutcome.Again(Attempt receipt, Instant next) -> {
        events.deliveryAgain(id, attempt, words(receipt), next);
        return new StepResult.Again(next);
      }
      case DeliveryOutcome.Recorded(Attempt receipt) ->
          events.delivered(id, attempt, words(receipt));
      case DeliveryOutcome.Refused(Attempt receipt)
          when MENDABLE.contains(receipt.outcome()) && media.isPresent() -> {
        // The operator can mend it and have the result sent again, so the bytes are kept.
        Instant close = task.createdAt().plus(Courier.WINDOW);
        events.deliveryHeld(id, attempt, words(receipt), close);
        return new StepResult.Again(close.plusSeconds(1));
      }
      case DeliveryOutcome.Refused(Attempt receipt) ->
          events.deliveryRefused(id, attempt, words(receipt));
      case DeliveryOutcome.GivenUp(Attempt receipt) ->
          events.deliveryGivenUp(id, attempt, words(receipt));
    }
    release(task);
    return new StepResult.Done();
  }

  private void release(Task task) {
    if (parts.handover().mediaSize(task.id()).isPresent()) {
      parts.store().releaseMedia(task.id());
    }
  }

  // A validator's words go into a log line: one line, and not a long one.
  private static String words(Attempt receipt) {
    String line = receipt.answer().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    String status = receipt.status().map(code -> code + " ").orElse("");
    return status + (line.length() <= 300 ? line : line.substring(0, 300));
  }
}
