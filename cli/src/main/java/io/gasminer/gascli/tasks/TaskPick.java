package io.gasminer.gascli.tasks;

import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskArchive;
import io.gasminer.miner.task.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an id, or the beginning of one, names. */
public sealed interface TaskPick {
  /** Exactly one task. */
  record One(Task task) implements TaskPick {}

  /** None or several; the text says what to type instead. */
  record Unclear(String why) implements TaskPick {}

  /** Looks for it. */
  static TaskPick of(TaskArchive archive, String typed) {
    int most = 6;
    List<TaskId> found = archive.beginningWith(typed.strip(), most);
    if (found.size() > 1) {
      String names = found.stream().map(TaskId::toString).collect(Collectors.joining(", "));
      return new Unclear(
          "'%s' is the beginning of several ids: %s%s. Next step: type more of it."
              .formatted(typed, names, found.size() == most ? ", …" : ""));
    }
    Optional<Task> task = found.stream().findFirst().flatMap(archive::find);
    return task.<TaskPick>map(One::new)
        .orElseGet(
            () ->
                new Unclear(
                    "No task begins with '%s' in this store. Finished ones are forgotten after a day (--miner.max-task-age-hours). Next step: gascli tasks list."
                        .formatted(typed)));
  }
}
