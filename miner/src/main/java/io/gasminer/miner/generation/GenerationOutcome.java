package io.gasminer.miner.generation;

import io.gasminer.miner.task.Media;
import java.time.Duration;

/** How a generation ended, whose fault it was, and what may be tried next. */
public sealed interface GenerationOutcome {
  /** The media, unchanged. */
  record Produced(Media media) implements GenerationOutcome {}

  /** The vendor is still at it; ask again with the same ticket, never buy again. */
  record StillRunning(Duration askAgainAfter) implements GenerationOutcome {}

  /** Nothing was bought and a later try or another provider may work (429, 5xx, connection). */
  record Unavailable(String reason, Duration retryAfter) implements GenerationOutcome {}

  /**
   * The key or the credits are wrong (401, 402, 403): the operator must act; nothing was bought.
   */
  record OperatorProblem(String reason) implements GenerationOutcome {}

  /** The vendor's moderation refused; one more try is sensible, then an honest failure. */
  record Moderated(String reason) implements GenerationOutcome {}

  /** The request cannot work at this vendor (400, unknown model); another vendor may do it. */
  record Rejected(String reason) implements GenerationOutcome {}

  /** The paid job ended without media, or its answer was lost: final for this job. */
  record Lost(String reason) implements GenerationOutcome {}
}
