package io.gasminer.miner.steps;

import io.gasminer.miner.delivery.Courier;
import io.gasminer.miner.events.StepEvents;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskId;
import io.gasminer.miner.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Owns the first step: it makes the media, or finds the paid job of an earlier life and awaits it.
 *
 * <p>Reads the stored state first; may run again after a crash at any point. Thread-safe.
 */
final class GenerateStep {
  /** What is bought later than this before the challenge closes could not be delivered in time. */
  private static final Duration TOO_LATE = Duration.ofMinutes(1);

  private final StepParts parts;
  private final Purchase purchase;
  private final JobWatch jobs;
  private final Ending ending;
  private final InstantSource clock;
  private final StepEvents events;

  GenerateStep(
      StepParts parts,
      Purchase purchase,
      JobWatch jobs,
      Ending ending,
      InstantSource clock,
      StepEvents events) {
    this.parts = parts;
    this.purchase = purchase;
    this.jobs = jobs;
    this.ending = ending;
    this.clock = clock;
    this.events = events;
  }

  StepResult run(TaskId id) {
    return parts.store().find(id).map(this::run).orElseGet(StepResult.Done::new);
  }

  private StepResult run(Task task) {
    return switch (task.state()) {
      case TaskState.Completed ignored -> moved(task);
      case TaskState.Failed ignored -> moved(task);
      case TaskState.Pending() -> begin(task);
      case TaskState.Processing ignored -> goOn(task);
    };
  }

  private StepResult begin(Task task) {
    Instant now = clock.instant();
    if (now.isAfter(task.createdAt().plus(Courier.WINDOW).minus(TOO_LATE))) {
      return ending.fail(task, "The challenge closed before its turn came; nothing was bought");
    }
    Optional<String> nowhere = parts.courier().refusal(task);
    if (nowhere.isPresent()) {
      return ending.fail(
          task, "The result could not be delivered, so nothing was bought: " + nowhere.get());
    }
    Task started = task.started(now);
    parts.store().save(started);
    events.taskStarted(task.id().toString());
    return purchase.make(started);
  }

  private StepResult goOn(Task task) {
    if (parts.handover().mediaSize(task.id()).isPresent()) {
      return moved(task);
    }
    if (task.ticket().isPresent()) {
      events.jobResumed(
          task.id().toString(), task.ticket().get().provider(), task.ticket().get().jobId());
      return jobs.watch(task, task.ticket().get());
    }
    Task known = task;
    if (task.progress().last().filter(last -> last.open()).isPresent()) {
      var last = task.progress().last().get();
      events.submissionUncertain(task.id().toString(), last.provider(), last.model());
      // Three requests are enough of what may cost money; what is free is asked for until time is
      // up.
      known = task.with(last.paid() ? task.progress().settled() : task.progress().unspent());
      parts
          .store()
          .save(known, Happened.uncertain(last.provider(), last.model()).at(clock.instant()));
    }
    return purchase.make(known);
  }

  private StepResult moved(Task task) {
    parts.handover().toDelivery(task, clock.instant());
    return new StepResult.Moved();
  }
}
