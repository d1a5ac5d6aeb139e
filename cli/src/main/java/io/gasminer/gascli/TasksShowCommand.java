package io.gasminer.gascli;

import io.gasminer.gascli.paper.Lines;
import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.tasks.StoryJson;
import io.gasminer.gascli.tasks.StoryText;
import io.gasminer.gascli.tasks.TaskPick;
import io.gasminer.gascli.tasks.TaskStory;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskArchive;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells the whole story of a task. */
@Command(
    name = "show",
    description = {
      "Tell the whole story of a task, and why it was paid or not",
      "",
      "Who asked for what, each request to a provider, the gate's verdict, every delivery with the"
          + " validator's words and what they mean, whose fault it was, what to do. Finished tasks"
          + " are kept for a day. Ends with 2 when the id names no task, or several."
    },
    mixinStandardHelpOptions = true)
final class TasksShowCommand implements Callable<Integer>, Settled.Taking {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private TasksOptions options = new TasksOptions();

  @Parameters(paramLabel = "ID", description = "the task's id, or the beginning of it")
  private String id = "";

  @Override
  public Integer call() throws InterruptedException {
    return options.look(
        spec,
        archive ->
            switch (TaskPick.of(archive, id)) {
              case TaskPick.One(Task task) -> show(archive, task);
              case TaskPick.Unclear(String why) -> {
                spec.commandLine().getErr().println(Lines.printable(why));
                yield GasCli.WRONG_USE;
              }
            });
  }

  private int show(TaskArchive archive, Task task) {
    TaskStory story = TaskStory.of(archive, task);
    if (options.json()) {
      spec.commandLine()
          .getOut()
          .println(StoryJson.of(story, options.times(), options.hotkeys(spec)));
    } else {
      new StoryText(story, options.times(), options.hotkeys(spec))
          .print(spec.commandLine().getOut(), Paper.ofThisProcess());
    }
    return 0;
  }
}
