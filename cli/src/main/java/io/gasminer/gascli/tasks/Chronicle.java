package io.gasminer.gascli.tasks;

import io.gasminer.gascli.paper.Paper.Ink;
import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.TaskEvent;
import io.gasminer.miner.task.TaskState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Owns the order of what happened to a task, with the same waits in a row told once. */
final class Chronicle {
  private Chronicle() {}

  /** One line of the story, and what was said. */
  record Entry(Instant at, Ink ink, String title, List<String> words) {}

  static List<Entry> of(TaskStory story) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry(story.task().createdAt(), Ink.FAINT, "accepted", List.of()));
    started(story.task().state())
        .ifPresent(at -> entries.add(new Entry(at, Ink.FAINT, "generation begins", List.of())));
    events(story.events(), entries);
    int number = 0;
    for (Attempt attempt : story.attempts()) {
      entries.add(
          new Entry(
              attempt.at(),
              Outcomes.ink(attempt),
              StoryText.title(++number, attempt),
              List.of("\"" + Answers.words(attempt) + "\"", Outcomes.meaning(attempt))));
    }
    if (story.task().state() instanceof TaskState.Failed failed) {
      entries.add(
          new Entry(failed.completedAt(), Ink.BAD, "given up: " + failed.reason(), List.of()));
    }
    entries.sort(Comparator.comparing(Entry::at));
    return entries;
  }

  private static Optional<Instant> started(TaskState state) {
    return switch (state) {
      case TaskState.Pending() -> Optional.empty();
      case TaskState.Processing(Instant at) -> Optional.of(at);
      case TaskState.Completed done -> Optional.of(done.startedAt());
      // A task that never began has one time for both.
      case TaskState.Failed failed ->
          Optional.of(failed.startedAt()).filter(at -> at.isBefore(failed.completedAt()));
    };
  }

  private static void events(List<TaskEvent> events, List<Entry> entries) {
    for (int first = 0; first < events.size(); ) {
      TaskEvent event = events.get(first);
      int same = first + 1;
      while (same < events.size()
          && events.get(same).kind() == event.kind()
          && events.get(same).words().equals(event.words())) {
        same++;
      }
      String times = same - first > 1 ? " (" + (same - first) + " times)" : "";
      entries.add(
          new Entry(
              event.at(),
              ink(event.kind()),
              title(event.kind()) + event.words() + times,
              List.of()));
      first = same;
    }
  }

  private static String title(TaskEvent.Kind kind) {
    return switch (kind) {
      case ASKED -> "asked ";
      case JOB_ACCEPTED -> "job accepted by ";
      case BUSY -> "could not serve: ";
      case RULED_OUT -> "refused, not asked again: ";
      case OPERATOR_PROBLEM -> "refuses this account: ";
      case MODERATED -> "moderation refused: ";
      case UNCERTAIN -> "its answer is lost: ";
      case WAITING -> "nothing bought, tried again later: ";
      case PRODUCED -> "made: ";
      case FIT -> "gate passed: ";
      case UNFIT -> "gate refused: ";
      case RETRIED -> "sent again: ";
    };
  }

  private static Ink ink(TaskEvent.Kind kind) {
    return switch (kind) {
      case ASKED, JOB_ACCEPTED, RETRIED -> Ink.FAINT;
      case PRODUCED, FIT -> Ink.GOOD;
      case BUSY, WAITING, MODERATED, UNCERTAIN -> Ink.WARN;
      case RULED_OUT, OPERATOR_PROBLEM, UNFIT -> Ink.BAD;
    };
  }
}
