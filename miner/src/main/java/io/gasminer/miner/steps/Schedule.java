package io.gasminer.miner.steps;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.gasminer.miner.events.StepEvents;
import io.gasminer.miner.store.Schedules;
import io.gasminer.miner.store.Step;
import io.gasminer.miner.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Owns one db-scheduler on one table: it takes due steps, at most so many at a time, and runs them.
 *
 * <p>Steps that become due on this node are taken at once; polling is for what other nodes left.
 */
final class Schedule {
  private static final Duration POLL = Duration.ofSeconds(1);
  // A node that is silent for four beats is dead: with what it takes to notice, 24 s at most.
  private static final Duration HEARTBEAT_BETWEEN_NODES = Duration.ofSeconds(4);
  private static final Duration HEARTBEAT_ALONE = Duration.ofSeconds(15);
  private static final int MISSED_BEATS = 4;
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(60);

  private final Step step;
  private final Function<TaskId, StepResult> work;
  private final InstantSource clock;
  private final StepEvents events;
  private final Scheduler scheduler;
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService alarm;

  Schedule(
      Step step,
      Function<TaskId, StepResult> work,
      Settings settings,
      InstantSource clock,
      StepEvents events) {
    this.step = step;
    this.work = work;
    this.clock = clock;
    this.events = events;
    this.alarm =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().daemon(true).name(step.taskName() + "-alarm").factory(),
            // After a stop nobody needs waking.
            new ThreadPoolExecutor.DiscardPolicy());
    this.scheduler = scheduler(settings);
  }

  /**
   * What one schedule is given.
   *
   * @param node the name by which this node takes steps
   * @param parallel how many steps run at a time
   * @param stopWithin what running steps are given to end
   */
  record Settings(Schedules database, String node, int parallel, Duration stopWithin) {}

  private Scheduler scheduler(Settings settings) {
    CustomTask<Void> task =
        Tasks.custom(step.taskName(), Void.class)
            .onFailure(this::again)
            .onDeadExecution(this::revive)
            .execute((instance, context) -> completion(run(instance.getId())));
    return Scheduler.create(settings.database().connections(), task)
        .tableName(step.table())
        .jdbcCustomization(settings.database().dialect())
        .schedulerName(new SchedulerName.Fixed(settings.node()))
        .threads(settings.parallel())
        .executorService(
            Executors.newFixedThreadPool(
                settings.parallel(), Thread.ofVirtual().name(step.taskName() + "-", 0).factory()))
        // Every end of a step asks for the next one: the lower limit is one below the upper.
        .pollUsingLockAndFetch(1.0 - 0.5 / settings.parallel(), 1.0)
        .pollingInterval(POLL)
        .heartbeatInterval(settings.database().shared() ? HEARTBEAT_BETWEEN_NODES : HEARTBEAT_ALONE)
        .missedHeartbeatsLimit(MISSED_BEATS)
        .shutdownMaxWait(settings.stopWithin())
        .failureLogging(LogLevel.OFF, false)
        .addSchedulerListener(new WakeOnEnd())
        .clock(clock::instant)
        .build();
  }

  void start() {
    scheduler.start();
  }

  /** Takes no more steps and waits for those that run; returns when they have ended. */
  void stop() {
    alarm.shutdownNow();
    scheduler.stop();
  }

  /** A step of this schedule becomes due then. Does not block. */
  void dueAt(Instant due) {
    long delay = Duration.between(clock.instant(), due).toMillis();
    if (delay <= 0) {
      scheduler.triggerCheckForDueExecutions();
    } else if (delay < POLL.toMillis() * 120) {
      var _ =
          alarm.schedule(scheduler::triggerCheckForDueExecutions, delay + 1, TimeUnit.MILLISECONDS);
    }
  }

  // A machine that slept finds its own heartbeats too old; what runs here must not run twice.
  private StepResult run(String id) {
    if (!running.add(id)) {
      return new StepResult.Again(clock.instant().plus(FIRST_RETRY));
    }
    try {
      return TaskId.parse(id).map(work).orElseGet(StepResult.Done::new);
    } finally {
      running.remove(id);
    }
  }

  private CompletionHandler<Void> completion(StepResult result) {
    return switch (result) {
      case StepResult.Done() -> new CompletionHandler.OnCompleteRemove<>();
      case StepResult.Moved() -> (complete, operations) -> {};
      case StepResult.Again(Instant at) ->
          (complete, operations) -> {
            operations.reschedule(complete, at);
            dueAt(at);
          };
    };
  }

  private void again(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    Execution execution = complete.getExecution();
    long doubled = FIRST_RETRY.toMillis() << Math.min(execution.consecutiveFailures, 10);
    Instant next = clock.instant().plusMillis(Math.min(doubled, LONGEST_RETRY.toMillis()));
    complete
        .getCause()
        .ifPresent(
            why -> events.stepFailed(execution.taskInstance.getId(), step.taskName(), why, next));
    operations.reschedule(complete, next);
    dueAt(next);
  }

  private void revive(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    String id = complete.getExecution().taskInstance.getId();
    if (running.contains(id)) {
      return;
    }
    events.stepRevived(id, step.taskName());
    operations.reschedule(complete, clock.instant());
    scheduler.triggerCheckForDueExecutions();
  }

  /** A place has become free, and nobody waits for a poll to fill it. */
  private final class WakeOnEnd extends AbstractSchedulerListener {
    @Override
    public void onExecutionComplete(ExecutionComplete complete) {
      dueAt(clock.instant().plusMillis(1));
    }
  }
}
