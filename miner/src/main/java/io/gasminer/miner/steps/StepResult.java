package io.gasminer.miner.steps;

import java.time.Instant;

/** What becomes of a step's place in its schedule. */
sealed interface StepResult {
  /** Nothing is left to do for the task: the place is given up. */
  record Done() implements StepResult {}

  /** The task was moved to the other schedule in the step's own transaction. */
  record Moved() implements StepResult {}

  /** The step runs again then. */
  record Again(Instant at) implements StepResult {}
}
