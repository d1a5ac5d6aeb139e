package io.gasminer.miner.delivery;

import io.gasminer.miner.task.Attempt;
import java.time.Instant;

/** How one attempt ended and what follows; each holds the attempt's receipt. */
public sealed interface DeliveryOutcome {
  /** The receipt. */
  Attempt attempt();

  /** The validator has the result, or had it already: done. */
  record Recorded(Attempt attempt) implements DeliveryOutcome {}

  /** The validator has judged and refused, or the address may never be called: final. */
  record Refused(Attempt attempt) implements DeliveryOutcome {}

  /** Not delivered, or thrown away by a validator that did not know the task: sent again then. */
  record Again(Attempt attempt, Instant at) implements DeliveryOutcome {}

  /** Two hours have passed since the challenge; validators no longer take the result. */
  record GivenUp(Attempt attempt) implements DeliveryOutcome {}
}
