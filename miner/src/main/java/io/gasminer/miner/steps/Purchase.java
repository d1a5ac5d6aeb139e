package io.gasminer.miner.steps;

import io.gasminer.miner.events.StepEvents;
import io.gasminer.miner.generation.GenerationOutcome;
import io.gasminer.miner.generation.ModelCard;
import io.gasminer.miner.generation.PlanOutcome;
import io.gasminer.miner.generation.SubmitOutcome;
import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Owns the spending of money: which model is asked, how often, and when it is enough.
 *
 * <p>Before a request leaves, that it leaves is on disk; after it was accepted, the ticket is on
 * disk before anything else happens. Thread-safe.
 */
final class Purchase {
  /** Requests that may have cost money, for one task. */
  static final int MOST_SUBMISSIONS = 3;

  private static final String NOTHING_SAID = "no provider answered";
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final StepParts parts;
  private final Duration taskTimeout;
  private final Awaiting awaiting;
  private final Insistence insistence;
  private final Ending ending;
  private final InstantSource clock;
  private final StepEvents events;
  private final JobWatch jobs;

  Purchase(
      StepParts parts,
      Duration taskTimeout,
      Awaiting awaiting,
      Insistence insistence,
      Ending ending,
      InstantSource clock,
      StepEvents events) {
    this.parts = parts;
    this.taskTimeout = taskTimeout;
    this.awaiting = awaiting;
    this.insistence = insistence;
    this.ending = ending;
    this.clock = clock;
    this.events = events;
    this.jobs =
        new JobWatch(parts, taskTimeout, awaiting, ending, clock, events, this::afterVerdict);
  }

  JobWatch jobs() {
    return jobs;
  }

  /** One run's memory of who cannot serve just now; it is not worth a place on disk. */
  private static final class Moment {
    private final Set<String> busy = new HashSet<>();
    private String reason = NOTHING_SAID;
    private Duration retryAfter = Duration.ZERO;

    /** The planner's reason, and what a provider said last if one was asked. */
    String because(String planners) {
      return reason.equals(NOTHING_SAID) ? planners : planners + ": " + reason;
    }

    void busy(String model, String why, Duration after) {
      busy.add(model);
      reason = why;
      retryAfter = retryAfter.isZero() || after.compareTo(retryAfter) < 0 ? after : retryAfter;
    }
  }

  StepResult make(Task task) {
    return make(task, new Moment());
  }

  private StepResult make(Task task, Moment moment) {
    Task current = task;
    while (true) {
      Optional<StepResult> enough = enough(current, moment);
      if (enough.isPresent()) {
        return enough.get();
      }
      Set<String> avoided = new HashSet<>(current.progress().ruledOut());
      avoided.addAll(moment.busy);
      switch (parts.planner().plan(current, avoided)) {
        case PlanOutcome.NotNow(String reason, Duration after) -> {
          return again(current, reason, after);
        }
        case PlanOutcome.Impossible(String reason) -> {
          return moment.busy.isEmpty()
              ? ending.fail(current, moment.because(reason))
              : again(current, moment.reason, moment.retryAfter);
        }
        case PlanOutcome.Planned planned -> {
          Turn turn = ask(current, planned, moment);
          if (turn instanceof Turn.Over(Task ignored, StepResult result)) {
            return result;
          }
          current = turn.task();
        }
      }
    }
  }

  /** Why nothing more is bought for the task, in this run or for good. */
  private Optional<StepResult> enough(Task task, Moment moment) {
    if (awaiting.isStopping()) {
      return Optional.of(new StepResult.Again(clock.instant()));
    }
    if (!clock.instant().isBefore(deadline(task))) {
      return Optional.of(ending.fail(task, timedOut(moment.reason)));
    }
    return task.progress().submissions() < MOST_SUBMISSIONS
        ? Optional.empty()
        : Optional.of(
            ending.fail(
                task, "Given up after " + MOST_SUBMISSIONS + " requests: " + moment.reason));
  }

  private String timedOut(String reason) {
    return "Task timed out after " + taskTimeout.toSeconds() + " s (" + reason + ")";
  }

  /** How asking one model went. */
  private sealed interface Turn {
    Task task();

    record Next(Task task) implements Turn {}

    record Over(Task task, StepResult result) implements Turn {}
  }

  private Turn ask(Task task, PlanOutcome.Planned planned, Moment moment) {
    ModelCard card = planned.request().model();
    // A price that nobody has noted down is still a price.
    boolean paid = card.priceUsd().map(price -> price.signum() > 0).orElse(true);
    Task asking = task.with(task.progress().submitting(card.provider(), card.model(), paid));
    parts
        .store()
        .save(
            asking,
            Happened.asked(card.provider(), card.model(), asking.progress().submissions())
                .at(clock.instant()));
    events.submitting(
        task.id().toString(), card.provider(), card.model(), asking.progress().submissions());
    return switch (planned.provider().submit(planned.request(), deadline(task))) {
      case SubmitOutcome.Accepted(JobTicket ticket) -> {
        Task ticketed = asking.ticketed(ticket);
        insistence.on(
            ticketed,
            () -> parts.store().save(ticketed, Happened.jobAccepted(ticket).at(clock.instant())));
        events.jobAccepted(task.id().toString(), ticket.provider(), ticket.model(), ticket.jobId());
        yield new Turn.Over(ticketed, jobs.watch(ticketed, ticket));
      }
      case SubmitOutcome.Answered(GenerationOutcome outcome) ->
          answered(asking, outcome, card.provider(), card.model(), moment);
    };
  }

  private Turn answered(
      Task task, GenerationOutcome outcome, String provider, String model, Moment moment) {
    return switch (outcome) {
      case GenerationOutcome.Produced(var media) -> new Turn.Over(task, ending.keep(task, media));
      case GenerationOutcome.Lost(String reason) -> new Turn.Over(task, ending.fail(task, reason));
      case GenerationOutcome.StillRunning ignored ->
          new Turn.Over(task, ending.fail(task, provider + " did not answer in time"));
      case GenerationOutcome.Unavailable(String reason, Duration after) -> {
        moment.busy(model, reason, after);
        yield next(task.with(task.progress().unspent()), Happened.busy(model, reason));
      }
      case GenerationOutcome.OperatorProblem(String reason) -> {
        events.operatorProblem(task.id().toString(), provider, reason);
        moment.reason = reason;
        yield next(
            task.with(task.progress().unspent().rulingOut(model)),
            Happened.operatorProblem(provider, reason));
      }
      case GenerationOutcome.Rejected(String reason) -> {
        events.modelRuledOut(task.id().toString(), model, reason);
        moment.reason = reason;
        yield next(
            task.with(task.progress().unspent().rulingOut(model)),
            Happened.ruledOut(model, reason));
      }
      case GenerationOutcome.Moderated(String reason) -> moderated(task, model, reason, moment);
    };
  }

  private Turn moderated(Task task, String model, String reason, Moment moment) {
    events.moderated(task.id().toString(), model, reason);
    moment.reason = reason;
    Task counted = task.with(task.progress().settled().moderated());
    Turn next = next(counted, Happened.moderated(model, reason));
    return counted.progress().moderations() > 1
        ? new Turn.Over(counted, ending.fail(counted, reason))
        : next;
  }

  private Turn next(Task task, Happened what) {
    parts.store().save(task, what.at(clock.instant()));
    return new Turn.Next(task);
  }

  /** A job's verdict that leaves the task without a job: it was moderated or rejected. */
  private StepResult afterVerdict(Task task, GenerationOutcome outcome, String model) {
    Moment moment = new Moment();
    Turn turn = answered(task, outcome, "the provider", model, moment);
    return turn instanceof Turn.Over(Task ignored, StepResult result)
        ? result
        : make(turn.task(), moment);
  }

  private StepResult again(Task task, String reason, Duration after) {
    Instant now = clock.instant();
    Task setBack = task.with(task.progress().setBack());
    Duration doubled = SHORTEST.multipliedBy(1L << Math.min(task.progress().setbacks(), 5));
    Duration wait = after.compareTo(doubled) > 0 ? after : doubled;
    Duration bounded = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    Instant next = now.plus(bounded);
    if (!next.isBefore(deadline(task))) {
      return ending.fail(task, timedOut(reason));
    }
    parts.store().save(setBack, Happened.waiting(reason).at(now));
    events.generationAgain(task.id().toString(), reason, next);
    return new StepResult.Again(next);
  }

  private Instant deadline(Task task) {
    return Ending.startOf(task).plus(taskTimeout);
  }
}
