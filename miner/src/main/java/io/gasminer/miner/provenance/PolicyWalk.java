package io.gasminer.miner.provenance;

import java.util.List;
import java.util.Optional;

/**
 * Owns the way through the validators' policy for one asset: every rule in order, and the verdict
 * that follows from the first that fails.
 */
public record PolicyWalk(List<PolicyStep> steps, Sn34Verdict verdict) {
  public PolicyWalk {
    steps = List.copyOf(steps);
  }

  /** The rule that decided a refusal. */
  public Optional<PolicyStep> firstFailure() {
    return firstFailure(steps);
  }

  static Optional<PolicyStep> firstFailure(List<PolicyStep> steps) {
    return steps.stream().filter(step -> step.answer() == PolicyStep.Answer.FAILED).findFirst();
  }
}
