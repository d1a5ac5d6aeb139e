package io.gasminer.miner.task;

import java.time.Instant;
import java.util.Locale;

/**
 * Owns one happening on a task's way that its state does not tell, kept so that it can be said
 * hours later why there was no pay.
 *
 * @param words what an operator reads: which model, how much, and what a provider said
 */
public record TaskEvent(Instant at, Kind kind, String words) {
  /** What happened. */
  public enum Kind {
    /** A request that may cost money was about to leave. */
    ASKED,
    /** A provider took the job. */
    JOB_ACCEPTED,
    /** A provider could not serve just then; nothing was bought. */
    BUSY,
    /** A provider refused the request; the model is not asked again for this task. */
    RULED_OUT,
    /** A provider refused the account: the key or the credits. */
    OPERATOR_PROBLEM,
    /** A provider's moderation refused the prompt or the result. */
    MODERATED,
    /** The process ended between a request and its answer; money may be lost. */
    UNCERTAIN,
    /** Nobody could serve; it was tried again later. */
    WAITING,
    /** The media were on disk. */
    PRODUCED,
    /** The gate found the media fit for delivery. */
    FIT,
    /** The gate found that validators would refuse the media. */
    UNFIT,
    /** The operator had the result sent again. */
    RETRIED;

    /** The stable name: {@code job-accepted}, … */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
