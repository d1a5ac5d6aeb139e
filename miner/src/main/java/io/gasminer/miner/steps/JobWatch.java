package io.gasminer.miner.steps;

import io.gasminer.miner.delivery.Courier;
import io.gasminer.miner.events.StepEvents;
import io.gasminer.miner.generation.GenerationOutcome;
import io.gasminer.miner.generation.GenerationProvider;
import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Owns the waiting for a paid job.
 *
 * <p>Until the task's time limit the wait keeps its place among the generations. After it the job
 * is only looked at now and then, as running out of time is no verdict on what was paid for, until
 * the challenge closes.
 */
final class JobWatch {
  private static final Duration SHORTEST_LOOK = Duration.ofSeconds(5);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration SHORTEST_WHEN_LATE = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** What follows when a job has ended without media and nothing was charged. */
  @FunctionalInterface
  interface Verdict {
    StepResult on(Task task, GenerationOutcome outcome, String model);
  }

  private final StepParts parts;
  private final Duration taskTimeout;
  private final Awaiting awaiting;
  private final Ending ending;
  private final InstantSource clock;
  private final StepEvents events;
  private final Verdict verdict;

  JobWatch(
      StepParts parts,
      Duration taskTimeout,
      Awaiting awaiting,
      Ending ending,
      InstantSource clock,
      StepEvents events,
      Verdict verdict) {
    this.parts = parts;
    this.taskTimeout = taskTimeout;
    this.awaiting = awaiting;
    this.ending = ending;
    this.clock = clock;
    this.events = events;
    this.verdict = verdict;
  }

  StepResult watch(Task task, JobTicket ticket) {
    Optional<GenerationProvider> provider = parts.planner().provider(ticket.provider());
    if (provider.isEmpty()) {
      String reason = ticket.provider() + " is no longer configured";
      events.operatorProblem(task.id().toString(), ticket.provider(), reason);
      return later(task, ticket, reason, LONGEST);
    }
    Instant limit = Ending.startOf(task).plus(taskTimeout);
    Instant look = clock.instant().plus(SHORTEST_LOOK);
    Instant until = limit.isAfter(look) ? limit : look;
    GenerationOutcome outcome = awaiting.during(() -> provider.get().await(ticket, until));
    if (awaiting.isStopping() && !(outcome instanceof GenerationOutcome.Produced)) {
      // A wait that was cut short says nothing about the job; the next life asks again.
      return new StepResult.Again(clock.instant());
    }
    return after(task, ticket, outcome);
  }

  private StepResult after(Task task, JobTicket ticket, GenerationOutcome outcome) {
    return switch (outcome) {
      case GenerationOutcome.Produced(var media) -> ending.keep(task, media);
      case GenerationOutcome.StillRunning(Duration after) ->
          later(task, ticket, "still running", after);
      case GenerationOutcome.Unavailable(String reason, Duration after) ->
          later(task, ticket, reason, after);
      case GenerationOutcome.OperatorProblem(String reason) -> {
        events.operatorProblem(task.id().toString(), ticket.provider(), reason);
        yield later(task, ticket, reason, LONGEST);
      }
      case GenerationOutcome.Lost(String reason) -> ending.fail(task, reason);
      case GenerationOutcome.Moderated moderated ->
          verdict.on(task.unticketed(), moderated, ticket.model());
      case GenerationOutcome.Rejected rejected ->
          verdict.on(task.unticketed(), rejected, ticket.model());
    };
  }

  private StepResult later(Task task, JobTicket ticket, String reason, Duration after) {
    Instant now = clock.instant();
    if (now.isAfter(task.createdAt().plus(Courier.WINDOW))) {
      return ending.fail(
          task,
          "The job at "
              + ticket.provider()
              + " was not done when the challenge closed ("
              + reason
              + ")");
    }
    boolean late = now.isAfter(Ending.startOf(task).plus(taskTimeout));
    Duration least = late ? SHORTEST_WHEN_LATE : SHORTEST;
    Duration wait =
        after.compareTo(least) < 0 ? least : after.compareTo(LONGEST) > 0 ? LONGEST : after;
    events.jobStillRunning(task.id().toString(), ticket.jobId(), reason, now.plus(wait));
    return new StepResult.Again(now.plus(wait));
  }
}
