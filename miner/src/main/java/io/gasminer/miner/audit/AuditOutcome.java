package io.gasminer.miner.audit;

import io.gasminer.miner.task.JobTicket;

/** What the audit of one model ended in. */
public sealed interface AuditOutcome {
  /** The model is judged, and the evidence kept. */
  record Judged(Evidence evidence) implements AuditOutcome {}

  /**
   * Nothing can be said of the model, as no sample was had.
   *
   * @param fault whose it was
   * @param next what to do
   * @param maybeCharged whether the service may want money all the same
   */
  record NotMade(String reason, String fault, String next, boolean maybeCharged)
      implements AuditOutcome {}

  /** The sample is paid for and not there yet; its ticket is kept, and the next audit takes it. */
  record Running(JobTicket ticket, String words) implements AuditOutcome {}
}
