package io.gasminer.gascli;

import io.gasminer.gascli.paper.Lines;
import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.tasks.Retry;
import io.gasminer.gascli.tasks.RetryWords;
import io.gasminer.gascli.tasks.TaskPick;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.task.Pause;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskArchive;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Has an undelivered result sent again. */
@Command(
    name = "retry",
    description = {
      "Send an undelivered result again, now",
      "",
      "Possible while the challenge is open (two hours) and the media is kept here. What a"
          + " validator has recorded is never sent twice. Ends with 0 when the validator has it or"
          + " it is due, 1 when it was not taken or cannot be sent, 2 when the id names no task, or"
          + " several."
    },
    mixinStandardHelpOptions = true)
final class TasksRetryCommand implements Callable<Integer>, Settled.Taking {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private TasksOptions options = new TasksOptions();

  @Parameters(paramLabel = "ID", description = "the task's id, or the beginning of it")
  private String id = "";

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "how long to wait for the validator's answer (default: ${DEFAULT-VALUE})")
  private int wait = 60;

  @Override
  public Integer call() throws InterruptedException {
    return options.look(
        spec,
        archive ->
            switch (TaskPick.of(archive, id)) {
              case TaskPick.One(Task task) -> retry(archive, task);
              case TaskPick.Unclear(String why) -> {
                spec.commandLine().getErr().println(Lines.printable(why));
                yield GasCli.WRONG_USE;
              }
            });
  }

  private int retry(TaskArchive archive, Task task) throws InterruptedException {
    MinerConfig.Storage storage = options.storage(spec);
    Retry retry =
        new Retry(
            storage.databaseUrl(),
            storage.stateDir(),
            Duration.ofSeconds(Math.max(0, wait)),
            InstantSource.system(),
            Pause.real());
    Retry.Outcome outcome = retry.send(archive, task, UUID.randomUUID().toString());
    RetryWords words = RetryWords.of(outcome, task, options.times());
    if (options.json()) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("task", task.id().toString());
      all.put("well", words.well());
      all.put("words", words.text());
      spec.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(all));
    } else {
      Paper.ofThisProcess()
          .line(
              words.well() ? spec.commandLine().getOut() : spec.commandLine().getErr(),
              "",
              words.text());
    }
    return words.well() ? 0 : GasCli.AGAIN;
  }
}
