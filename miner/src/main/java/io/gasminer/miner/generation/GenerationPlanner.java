package io.gasminer.miner.generation;

import io.gasminer.miner.task.Task;
import java.util.Optional;
import java.util.Set;

/** Chooses who makes a task's media, with which model, at which tier. Thread-safe; never waits. */
public interface GenerationPlanner {
  /**
   * Plans one generation.
   *
   * @param ruledOut models of the catalogue that have failed this task already
   */
  PlanOutcome plan(Task task, Set<String> ruledOut);

  /** The configured provider with this name, so that a job of an earlier life can be awaited. */
  Optional<GenerationProvider> provider(String name);
}
