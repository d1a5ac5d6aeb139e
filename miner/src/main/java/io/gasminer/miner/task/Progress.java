package io.gasminer.miner.task;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Owns what has been tried for a task, durably, so that a crash does not make it be tried again.
 *
 * @param ruledOut models of the catalogue that have failed this task for good
 * @param submissions requests sent to providers that may have cost money
 * @param moderations how often a provider's moderation refused
 * @param setbacks tries in a row that bought nothing because nobody could serve
 * @param last the newest submission
 */
public record Progress(
    Set<String> ruledOut,
    int submissions,
    int moderations,
    int setbacks,
    Optional<Submission> last) {
  /** Copies the set. */
  public Progress {
    ruledOut = Set.copyOf(ruledOut);
  }

  /**
   * One request to a provider.
   *
   * @param paid whether a result costs money: all do but those of models with a price of zero
   * @param open whether its end is unknown: written before the request leaves, so that after a
   *     crash it is known that money may have been spent
   */
  public record Submission(String provider, String model, boolean paid, boolean open) {}

  /** Nothing tried yet. */
  public static Progress none() {
    return new Progress(Set.of(), 0, 0, 0, Optional.empty());
  }

  /** A request is about to leave. */
  public Progress submitting(String provider, String model, boolean paid) {
    return new Progress(
        ruledOut,
        submissions + 1,
        moderations,
        setbacks,
        Optional.of(new Submission(provider, model, paid, true)));
  }

  /** The end of the newest submission is known. */
  public Progress settled() {
    return new Progress(
        ruledOut,
        submissions,
        moderations,
        0,
        last.map(known -> new Submission(known.provider(), known.model(), known.paid(), false)));
  }

  /** The newest submission bought nothing, so it does not count. */
  public Progress unspent() {
    Progress known = settled();
    return new Progress(
        known.ruledOut, Math.max(0, submissions - 1), moderations, setbacks, known.last);
  }

  /** Nobody could serve at the moment. */
  public Progress setBack() {
    return new Progress(ruledOut, submissions, moderations, setbacks + 1, last);
  }

  /** The model is not asked again for this task. */
  public Progress rulingOut(String model) {
    Set<String> more = new HashSet<>(ruledOut);
    more.add(model);
    return new Progress(more, submissions, moderations, setbacks, last);
  }

  /** A provider's moderation refused. */
  public Progress moderated() {
    return new Progress(ruledOut, submissions, moderations + 1, setbacks, last);
  }
}
