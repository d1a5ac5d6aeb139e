package io.gasminer.gascli;

import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.tasks.DeliveryList;
import io.gasminer.miner.task.TaskArchive;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows the newest attempts to deliver anything. */
@Command(
    name = "deliveries",
    description = {
      "Show the newest attempts to deliver, of all tasks, and each validator's sums",
      "",
      "Example:",
      "  gascli tasks deliveries --failed --since 2h"
    },
    mixinStandardHelpOptions = true)
final class TasksDeliveriesCommand implements Callable<Integer>, Settled.Taking {
  private static final int MOST_SUMMED_UP = 10_000;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private TasksOptions options = new TasksOptions();

  @Option(
      names = "--since",
      paramLabel = "SPAN",
      converter = Ago.class,
      description = "begun within this span: 30m, 24h, 2d (default: 24h)")
  private Optional<Ago.Span> since = Optional.empty();

  @Option(names = "--failed", description = "only those that no validator recorded")
  private boolean failed;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "how many to list (default: ${DEFAULT-VALUE}); all are summed up")
  private int limit = 20;

  @Override
  public Integer call() throws InterruptedException {
    if (limit < 1 || limit > MOST_SUMMED_UP) {
      throw new ParameterException(spec.commandLine(), "--limit: 1 to " + MOST_SUMMED_UP);
    }
    return options.look(spec, this::show);
  }

  private int show(TaskArchive archive) {
    Duration span = since.map(Ago.Span::length).orElse(Duration.ofDays(1));
    DeliveryList list =
        new DeliveryList(
            archive.receipts(MOST_SUMMED_UP, options.times().now().minus(span), failed),
            limit,
            archive.tellingLength(),
            options.times(),
            options.hotkeys(spec));
    if (options.json()) {
      spec.commandLine().getOut().println(list.json());
    } else {
      list.print(spec.commandLine().getOut(), Paper.ofThisProcess());
    }
    return 0;
  }
}
