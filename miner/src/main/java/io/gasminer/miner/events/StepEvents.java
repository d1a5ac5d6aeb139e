package io.gasminer.miner.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Owns the words on a task's way from its start to its end: one method, and one line, per change.
 *
 * <p>Every line carries {@code task} and a stable {@code event}. Thread-safe.
 */
public final class StepEvents {
  private static final Logger LOG = LoggerFactory.getLogger("io.gasminer.miner.steps");

  /** A task's generation begins; its time limit counts from here. */
  public void taskStarted(String task) {
    info("task-started", task).log("generation begins");
  }

  /** A request is about to leave that may cost money. */
  public void submitting(String task, String provider, String model, int submission) {
    info("submitting", task).log("asking {} for {} (request {})", provider, model, submission);
  }

  /** A provider has accepted the job; the ticket is on disk. */
  public void jobAccepted(String task, String provider, String model, String jobId) {
    info("job-accepted", task).log("{} accepted job {} on {}", provider, jobId, model);
  }

  /** A job that was accepted in an earlier life of the process is awaited again. */
  public void jobResumed(String task, String provider, String jobId) {
    info("job-resumed", task)
        .log("awaiting job {} of {} again; nothing is bought", jobId, provider);
  }

  /** A paid job is not done in time; it is asked for until the challenge closes. */
  public void jobStillRunning(String task, String jobId, String reason, Instant next) {
    info("job-still-running", task)
        .log(
            "job {} is not done ({}); it is paid for, so it is asked again at {}",
            jobId,
            reason,
            next);
  }

  /** The process ended between a request and its answer; money may have been spent. */
  public void submissionUncertain(String task, String provider, String model) {
    warn("submission-uncertain", task)
        .log(
            "the process ended while {} was asked for {}. The request may have been charged and its"
                + " result is lost; look at the provider's billing. Another request follows",
            provider,
            model);
  }

  /** A model will not be asked again for this task. */
  public void modelRuledOut(String task, String model, String reason) {
    warn("model-ruled-out", task)
        .log("{} cannot do it: {}. Another model is tried where one is configured", model, reason);
  }

  /** A provider's moderation refused. */
  public void moderated(String task, String model, String reason) {
    warn("moderated", task)
        .log("the moderation of {} refused: {}. One more request is made at most", model, reason);
  }

  /** The key or the credits are wrong. */
  public void operatorProblem(String task, String provider, String reason) {
    error("operator-problem", task)
        .log(
            "{} refuses this account: {}. Tasks fail or go elsewhere until the key or the credits"
                + " are mended",
            provider,
            reason);
  }

  /** Nobody can serve at the moment. */
  public void generationAgain(String task, String reason, Instant next) {
    info("generation-again", task).log("nothing was bought ({}); tried again at {}", reason, next);
  }

  /** The media are on disk. */
  public void generated(String task, String contentType, long bytes, Duration took) {
    info("generated", task).log("{} of {} bytes after {} ms", contentType, bytes, took.toMillis());
  }

  /** A paid result cannot be written at the moment. */
  public void resultHeld(String task, String reason) {
    error("result-held", task)
        .log(
            "a paid result cannot be stored: {}. It is held in memory and tried again; free disk"
                + " space or bring the database back, and do not stop the miner",
            reason);
  }

  /** The validators would take the result. */
  public void gatePassed(String task, List<String> warnings) {
    info("gate-passed", task)
        .log("fit for delivery{}", warnings.isEmpty() ? "" : "; note: " + warnings);
  }

  /** The validators would refuse the result. */
  public void gateRefused(String task, String reason, String advice) {
    warn("gate-refused", task)
        .log("not delivered, as validators would refuse it: {}. {}", reason, advice);
  }

  /** The validator has the result or the notice. */
  public void delivered(String task, int attempt, String answer) {
    info("delivered", task).log("recorded at attempt {}: {}", attempt, answer);
  }

  /** An attempt did not bring the result to the validator. */
  public void deliveryAgain(String task, int attempt, String answer, Instant next) {
    info("delivery-again", task).log("attempt {}: {}; again at {}", attempt, answer, next);
  }

  /** The validator refused the result, or its address may not be called. */
  public void deliveryRefused(String task, int attempt, String answer) {
    warn("delivery-refused", task).log("refused at attempt {}: {}. This is final", attempt, answer);
  }

  /** A result cannot go out until the operator mends something; it is kept for that. */
  public void deliveryHeld(String task, int attempt, String answer, Instant close) {
    error("delivery-held", task)
        .log(
            "not sent again by itself after attempt {}: {}. The fault is here: mend it, then type"
                + " 'gascli tasks retry {}' before {}, when the challenge closes",
            attempt,
            answer,
            task,
            close);
  }

  /** The operator had a result sent again. */
  public void retryAsked(String task, boolean due) {
    info("retry-asked", task)
        .log(due ? "the operator has it sent again now" : "asked to send it again: nothing waits");
  }

  /** A request to send something again cannot be read or answered. */
  public void retryRequestFailed(String reason) {
    LOG.atError()
        .addKeyValue("event", "retry-request-failed")
        .log("a request to send a result again was not served: {}. Type it again", reason);
  }

  /** The challenge has closed. */
  public void deliveryGivenUp(String task, int attempt, String answer) {
    warn("delivery-given-up", task)
        .log(
            "given up after {} attempts, the last one: {}. Validators take results for two hours",
            attempt,
            answer);
  }

  /** There will be no media; the validator is told. */
  public void taskFailed(String task, String reason) {
    warn("task-failed", task).log("failed: {}. The validator is told", reason);
  }

  /** The local copy could not be written; delivery goes on. */
  public void localCopyFailed(String task, String reason) {
    warn("local-copy-failed", task)
        .log("could not be kept locally: {}. Delivery goes on; look at MINER_OUTPUT_DIR", reason);
  }

  /** A step ended unexpectedly and runs again. */
  public void stepFailed(String task, String step, Throwable why, Instant next) {
    error("step-failed", task)
        .setCause(why)
        .log("{} ended unexpectedly; it runs again at {} from what is stored", step, next);
  }

  /** A step was taken over from a node that no longer answers. */
  public void stepRevived(String task, String step) {
    warn("step-revived", task)
        .log("{} was under way on a node that no longer answers; it runs again here", step);
  }

  /** Something that is done every so often failed. */
  public void choreFailed(String chore, Throwable why) {
    LOG.atError()
        .addKeyValue("event", "chore-failed")
        .setCause(why)
        .log("{} failed; it is tried again at its next turn", chore);
  }

  /** Old tasks were forgotten. */
  public void cleanedUp(int tasks) {
    LOG.atDebug().addKeyValue("event", "cleaned-up").log("forgot {} finished tasks", tasks);
  }

  private static LoggingEventBuilder info(String event, String task) {
    return LOG.atInfo().addKeyValue("event", event).addKeyValue("task", task);
  }

  private static LoggingEventBuilder warn(String event, String task) {
    return LOG.atWarn().addKeyValue("event", event).addKeyValue("task", task);
  }

  private static LoggingEventBuilder error(String event, String task) {
    return LOG.atError().addKeyValue("event", event).addKeyValue("task", task);
  }
}
