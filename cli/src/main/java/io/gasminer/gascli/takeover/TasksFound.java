package io.gasminer.gascli.takeover;

import io.gasminer.miner.store.ArchiveOpening;
import io.gasminer.miner.store.Archives;
import io.gasminer.miner.task.StoreUnavailable;
import io.gasminer.miner.task.TaskArchive;
import io.gasminer.miner.task.TaskId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Owns what is said of the known miner's tasks, and which of them are taken.
 *
 * @param obstacle why no task may be taken at all, if that is so
 */
record TasksFound(TaskPlan plan, Places after, Optional<String> obstacle) {
  /** The lines, and the files of those that are taken. */
  record Outcome(List<Item> items, List<Path> taken) {}

  Outcome look(List<Path> files) {
    Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
    Map<String, Integer> left = new TreeMap<>();
    ArchiveOpening opening = Archives.open(after.given("MINER_DATABASE_URL"), after.state());
    if (opening instanceof ArchiveOpening.Opened(TaskArchive archive)) {
      try (archive) {
        files.forEach(file -> one(file, Optional.of(archive), outcome, left));
      }
    } else {
      files.forEach(file -> one(file, Optional.empty(), outcome, left));
    }
    left.forEach(
        (why, count) ->
            outcome
                .items()
                .add(item(count == 1 ? "1 task" : count + " tasks", Item.Fate.LEFT, why)));
    return outcome;
  }

  private void one(
      Path file, Optional<TaskArchive> archive, Outcome outcome, Map<String, Integer> left) {
    switch (TaskFile.read(file)) {
      case TaskFile.Reading.Broken(String why) ->
          outcome.items().add(item(name(file), Item.Fate.BROKEN, why));
      case TaskFile.Reading.Read(KnownTask task) -> {
        if (archive.filter(known -> holds(known, task.id())).isPresent()) {
          outcome.items().add(item(task.id().toString(), Item.Fate.HERE, ""));
          return;
        }
        switch (plan.of(task)) {
          case TaskPlan.Decision.Leave(String why) -> left.merge(why, 1, Integer::sum);
          case TaskPlan.Decision.Take take when obstacle.isPresent() ->
              outcome
                  .items()
                  .add(item(take.task().id().toString(), Item.Fate.LEFT, obstacle.get()));
          case TaskPlan.Decision.Take take -> {
            outcome.items().add(item(take.task().id().toString(), Item.Fate.TAKEN, take.why()));
            outcome.taken().add(file);
          }
        }
      }
    }
  }

  // What the archive cannot tell now is told when the store is opened.
  private static boolean holds(TaskArchive archive, TaskId id) {
    try {
      return archive.find(id).isPresent();
    } catch (StoreUnavailable unknown) {
      return false;
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).replaceAll("\\p{Cntrl}", "?");
  }

  static Item item(String what, Item.Fate fate, String why) {
    return new Item("tasks", what, fate, why);
  }
}
