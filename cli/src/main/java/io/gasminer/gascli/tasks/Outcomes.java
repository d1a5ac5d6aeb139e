package io.gasminer.gascli.tasks;

import io.gasminer.gascli.paper.Paper.Ink;
import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.Standing;
import io.gasminer.miner.task.TaskState;
import java.util.Optional;

/** Owns what the outcomes of deliveries mean (wire protocol, section 3). */
final class Outcomes {
  private Outcomes() {}

  /** What one attempt's outcome means. */
  static String meaning(Attempt attempt) {
    return switch (attempt.outcome()) {
      case "recorded" ->
          attempt.answer().contains("Failure recorded")
              ? "the validator knows that there will be no result"
              : "the validator has it and rates it by its own measure from here on";
      case "already-processed" ->
          "the validator had it before: an earlier attempt arrived and its answer was lost";
      case "refused" -> "the validator judged it and refused: final";
      case "unknown-task" ->
          "the validator does not know the task (it was restarted, or dropped the challenge) and"
              + " threw the result away";
      case "our-request-wrong" ->
          "the validator could not take the request itself: its signature, time or headers";
      case "blocked" -> "nothing was sent: the address may not be called from here";
      case "not-delivered" ->
          attempt.status().isPresent()
              ? "the validator's side could not take it just then"
              : "nobody answered at the address";
      default -> "an outcome that this version does not know";
    };
  }

  static Ink ink(Attempt attempt) {
    return switch (attempt.outcome()) {
      case "recorded", "already-processed" -> Ink.GOOD;
      case "unknown-task", "not-delivered" -> Ink.WARN;
      default -> Ink.BAD;
    };
  }

  /** What became of the delivery of a task, in a word or two. */
  static String brief(TaskStory story, Times times) {
    boolean media = story.task().state() instanceof TaskState.Completed;
    Optional<Attempt> receipt = story.receipt();
    if (receipt.isPresent()) {
      return media ? receipt.get().outcome() : "told";
    }
    if (story.standing().filter(Standing::delivering).isEmpty()) {
      return story
          .lastAttempt()
          .map(last -> last.outcome().equals("refused") ? "refused" : "given up")
          .orElse(story.standing().isPresent() ? "-" : "never sent");
    }
    if (story.attempts().isEmpty()) {
      return "not yet";
    }
    return isHeld(story) ? "held" : "again " + times.brief(story.standing().get().due());
  }

  static Ink ink(TaskStory story) {
    if (story.task().state() instanceof TaskState.Failed) {
      return Ink.BAD;
    }
    if (story.receipt().isPresent()) {
      return Ink.GOOD;
    }
    boolean over = story.standing().isEmpty() || isHeld(story);
    return over ? Ink.BAD : story.attempts().isEmpty() ? Ink.FAINT : Ink.WARN;
  }

  /** Whether the result is kept and only its operator can have it sent again. */
  static boolean isHeld(TaskStory story) {
    return story.standing().filter(next -> next.due().isAfter(story.close())).isPresent();
  }
}
