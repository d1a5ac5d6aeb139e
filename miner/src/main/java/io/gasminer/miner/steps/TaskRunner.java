package io.gasminer.miner.steps;

import io.gasminer.miner.events.StepEvents;
import io.gasminer.miner.store.Schedules;
import io.gasminer.miner.store.Step;
import io.gasminer.miner.task.Handover;
import io.gasminer.miner.task.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * Owns the way of every accepted task to its end: generate, verify, deliver.
 *
 * <p>Thread-safe. {@link #stop} keeps every unfinished task for the next start: waits for paid jobs
 * are ended, as their tickets are stored; requests that are under way are let go to their end
 * within the time given.
 */
public final class TaskRunner {
  private static final int PARALLEL_DELIVERIES = 256;

  private final StepParts parts;
  private final StepLimits limits;
  private final Awaiting awaiting = new Awaiting();
  private final InstantSource clock;
  private final StepEvents events;
  private final String node =
      "miner-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID().toString().substring(0, 8);
  private final Schedule generation;
  private final Schedule delivery;
  private final Chores chores;

  /**
   * A runner that has not started.
   *
   * @param database where the schedules are, from the store
   * @param stopWithin what requests that are under way are given to end when the miner stops
   */
  public TaskRunner(
      StepParts parts,
      Schedules database,
      StepLimits limits,
      Duration stopWithin,
      InstantSource clock,
      Pause pause,
      StepEvents events) {
    this.parts = parts;
    this.limits = limits;
    this.clock = clock;
    this.events = events;
    Insistence insistence = new Insistence(pause, events);
    Ending ending = new Ending(parts, insistence, clock, events);
    Purchase purchase =
        new Purchase(parts, limits.taskTimeout(), awaiting, insistence, ending, clock, events);
    GenerateStep generate =
        new GenerateStep(parts, purchase, purchase.jobs(), ending, clock, events);
    Optional<LocalCopies> copies =
        limits.localCopies().map(folder -> new LocalCopies(folder, events));
    VerifyStep verify = new VerifyStep(parts, limits.taskTimeout(), copies, clock, events);
    DeliverStep deliver =
        new DeliverStep(parts, verify, limits.deliveryGrace(), MediaBudget.ofHeap(), clock, events);
    int parallel = limits.concurrentGenerations();
    this.generation =
        new Schedule(
            Step.GENERATE,
            generate::run,
            new Schedule.Settings(database, node, parallel, stopWithin),
            clock,
            events);
    this.delivery =
        new Schedule(
            Step.DELIVER,
            deliver::run,
            new Schedule.Settings(database, node, PARALLEL_DELIVERIES, stopWithin),
            clock,
            events);
    this.chores = new Chores(events);
  }

  /** The name under which this node takes steps. */
  public String node() {
    return node;
  }

  /** Takes up what is due, and what becomes due from now on. */
  public void start() {
    parts
        .handover()
        .tellOfDue(
            new Handover.DueListener() {
              @Override
              public void generationDue(Instant at) {
                generation.dueAt(at);
              }

              @Override
              public void deliveryDue(Instant at) {
                delivery.dueAt(at);
              }
            });
    generation.start();
    delivery.start();
    every(limits.cleanUpInterval(), "the clean-up", this::cleanUp);
  }

  /** Has something done every so often while the runner runs. */
  public void every(Duration interval, String name, Runnable chore) {
    chores.every(interval, name, chore);
  }

  /** Ends in order: no new steps, waits ended, requests and deliveries let go to their end. */
  public void stop() {
    chores.close();
    awaiting.stop();
    generation.stop();
    delivery.stop();
  }

  private void cleanUp() {
    Instant now = clock.instant();
    events.cleanedUp(parts.store().cleanUp(now.minus(limits.maxTaskAge()), now));
  }
}
