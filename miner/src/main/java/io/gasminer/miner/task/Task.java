package io.gasminer.miner.task;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Owns one accepted challenge and the only legal transitions of its state.
 *
 * @param prompt what the media shall show
 * @param parameters the request's {@code parameters} object, as parsed JSON
 * @param webhookUrl where the result goes, as the request said it; unsigned, so never trusted
 * @param signedBy ss58 of the hotkey that signed the request, and that the delivery is signed for
 * @param createdAt when the task was accepted
 * @param ticket the provider's job, once one has accepted it
 * @param progress what has been tried so far, so that no life of the process tries it again
 */
public record Task(
    TaskId id,
    Modality modality,
    String prompt,
    Map<String, Object> parameters,
    String webhookUrl,
    String signedBy,
    Instant createdAt,
    TaskState state,
    Optional<JobTicket> ticket,
    Progress progress) {

  /** A task as it is accepted: pending, with no job. */
  public static Task accepted(
      TaskId id,
      Modality modality,
      String prompt,
      Map<String, Object> parameters,
      String webhookUrl,
      String signedBy,
      Instant now) {
    return new Task(
        id,
        modality,
        prompt,
        parameters,
        webhookUrl,
        signedBy,
        now,
        new TaskState.Pending(),
        Optional.empty(),
        Progress.none());
  }

  /** The tier the validator asked for ({@code 480p}, {@code 2K}, …), if it named one. */
  public Optional<String> requestedTier() {
    return Optional.ofNullable(parameters.get("resolution")).map(Object::toString);
  }

  /** This task with generation begun; a task that has begun already keeps its first start. */
  public Task started(Instant now) {
    return switch (state) {
      case TaskState.Pending() -> with(new TaskState.Processing(now));
      case TaskState.Processing processing -> with(processing);
      case TaskState.Completed completed -> throw illegal("start", completed);
      case TaskState.Failed failed -> throw illegal("start", failed);
    };
  }

  /** This task with its provider's job remembered. */
  public Task ticketed(JobTicket job) {
    if (!(state instanceof TaskState.Processing)) {
      throw illegal("remember a job for", state);
    }
    return with(state, Optional.of(job), progress.settled());
  }

  /** This task without its job, after the provider's verdict that the job brings no media. */
  public Task unticketed() {
    if (!(state instanceof TaskState.Processing)) {
      throw illegal("forget the job of", state);
    }
    return with(state, Optional.empty(), progress);
  }

  /** This task with other progress. */
  public Task with(Progress made) {
    return with(state, ticket, made);
  }

  /** This task with its media made and judged fit. */
  public Task completed(Media media, Instant now) {
    if (!(state instanceof TaskState.Processing processing)) {
      throw illegal("complete", state);
    }
    return with(
        new TaskState.Completed(
            processing.startedAt(), now, media.contentType(), media.bytes().length, media.facts()));
  }

  /** This task given up, with the reason that the validator will be told. */
  public Task failed(String reason, Instant now) {
    return switch (state) {
      case TaskState.Pending() -> with(new TaskState.Failed(now, now, reason));
      case TaskState.Processing(Instant startedAt) ->
          with(new TaskState.Failed(startedAt, now, reason));
      case TaskState.Completed completed -> throw illegal("fail", completed);
      case TaskState.Failed failed -> throw illegal("fail", failed);
    };
  }

  private Task with(TaskState next) {
    return with(next, ticket, progress);
  }

  private Task with(TaskState next, Optional<JobTicket> job, Progress made) {
    return new Task(
        id, modality, prompt, parameters, webhookUrl, signedBy, createdAt, next, job, made);
  }

  private IllegalStateException illegal(String verb, TaskState from) {
    return new IllegalStateException(
        "cannot " + verb + " task " + id + ": it is " + from.wireName());
  }
}
