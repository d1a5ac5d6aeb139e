package io.gasminer.gascli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands that answer why a task was paid or not. */
@Command(
    name = "tasks",
    description = {
      "Why was I paid, why not: every task, its story, its deliveries",
      "",
      "Without a command: the newest tasks, as 'gascli tasks list' shows them, with its options."
          + " All of it is read from the store, whether the miner runs or not.",
      "",
      "Examples:",
      "  gascli tasks --limit 5 --state failed",
      "  gascli tasks show fec0"
    },
    synopsisSubcommandLabel = "[COMMAND]",
    mixinStandardHelpOptions = true)
@Subcommands(
    value = {
      TasksListCommand.class,
      TasksShowCommand.class,
      TasksRetryCommand.class,
      TasksDeliveriesCommand.class
    },
    usual = TasksListCommand.class)
final class TasksCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return spec.subcommands().values().iterator().next().execute();
  }
}
