package io.gasminer.miner.generation;

import io.gasminer.miner.task.JobTicket;

/** What a vendor said to a request for media. */
public sealed interface SubmitOutcome {
  /**
   * The vendor has accepted the job: money is committed, the ticket must be stored first of all.
   */
  record Accepted(JobTicket ticket) implements SubmitOutcome {}

  /** The answer was the media, or the reason why there is none. */
  record Answered(GenerationOutcome outcome) implements SubmitOutcome {}
}
