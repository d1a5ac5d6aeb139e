package io.gasminer.miner.provenance;

/**
 * Owns the answer to one rule of the policy.
 *
 * @param words of a rule that holds what was found, of one that fails the validators' refusal
 */
public record PolicyStep(PolicyRule rule, Answer answer, String words) {
  /** How a rule was answered. */
  public enum Answer {
    /** It holds. */
    OK,
    /** It does not hold; the first such rule is the verdict. */
    FAILED,
    /** There is nothing to ask it of, as an earlier rule failed. */
    NOT_ASKED
  }
}
