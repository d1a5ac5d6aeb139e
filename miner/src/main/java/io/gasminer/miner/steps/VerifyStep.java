package io.gasminer.miner.steps;

import io.gasminer.miner.events.StepEvents;
import io.gasminer.miner.provenance.GateVerdict;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Progress;
import io.gasminer.miner.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Owns the second step: the validators' policy on the bytes, before they see them. Thread-safe. */
final class VerifyStep {
  private final StepParts parts;
  private final Duration taskTimeout;
  private final Optional<LocalCopies> copies;
  private final InstantSource clock;
  private final StepEvents events;

  VerifyStep(
      StepParts parts,
      Duration taskTimeout,
      Optional<LocalCopies> copies,
      InstantSource clock,
      StepEvents events) {
    this.parts = parts;
    this.taskTimeout = taskTimeout;
    this.copies = copies;
    this.clock = clock;
    this.events = events;
  }

  /** What judging led to. */
  sealed interface Judged {
    /** The task is finished, well or not, and its result or notice can go out. */
    record Deliver(Task task) implements Judged {}

    /** Another model is tried. */
    record Elsewhere() implements Judged {}
  }

  Judged judge(Task task, Media media) {
    return switch (parts.gate().judge(task, media)) {
      case GateVerdict.Passed(Map<String, String> facts, List<String> warnings) ->
          new Judged.Deliver(pass(task, media, facts, warnings));
      case GateVerdict.Refused(String reason, String advice) -> refuse(task, reason, advice);
    };
  }

  private Task pass(Task task, Media media, Map<String, String> facts, List<String> warnings) {
    Map<String, String> known = new LinkedHashMap<>(media.facts());
    facts.forEach(known::putIfAbsent);
    Task completed =
        task.completed(
            new Media(media.bytes(), media.contentType(), Map.copyOf(known)), clock.instant());
    parts.store().save(completed, Happened.fit(facts, warnings).at(clock.instant()));
    events.gatePassed(task.id().toString(), warnings);
    copies.ifPresent(folder -> folder.write(completed, media));
    return completed;
  }

  private Judged refuse(Task task, String reason, String advice) {
    events.gateRefused(task.id().toString(), reason, advice);
    Instant now = clock.instant();
    Optional<Progress.Submission> last = task.progress().last();
    boolean another =
        last.isPresent()
            && !last.get().paid()
            && task.progress().submissions() < Purchase.MOST_SUBMISSIONS
            && now.isBefore(Ending.startOf(task).plus(taskTimeout));
    if (another) {
      // First the model is ruled out and the job forgotten, then the bytes go: a crash in between
      // makes the gate judge the same bytes again, never the same model make them again.
      Task elsewhere = task.unticketed().with(task.progress().rulingOut(last.get().model()));
      parts.store().save(elsewhere, Happened.unfit(reason, advice).at(now));
      parts.store().releaseMedia(task.id());
      parts.handover().toGeneration(elsewhere, now);
      return new Judged.Elsewhere();
    }
    Task failed = task.failed(reason, now);
    parts.store().save(failed, Happened.unfit(reason, advice).at(now));
    parts.store().releaseMedia(task.id());
    events.taskFailed(task.id().toString(), reason);
    return new Judged.Deliver(failed);
  }
}
