package io.gasminer.miner.generation;

import java.time.Duration;

/** What planning a generation ended in. */
public sealed interface PlanOutcome {
  /** Ask this provider for this. */
  record Planned(GenerationProvider provider, GenerationRequest request) implements PlanOutcome {}

  /** Whoever could do it is out of order at the moment; nothing was bought. */
  record NotNow(String reason, Duration retryAfter) implements PlanOutcome {}

  /** Nobody configured can do it; the task fails with the reason. */
  record Impossible(String reason) implements PlanOutcome {}
}
