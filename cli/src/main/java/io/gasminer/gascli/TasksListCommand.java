package io.gasminer.gascli;

import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.tasks.TaskList;
import io.gasminer.gascli.tasks.TaskStory;
import io.gasminer.gascli.tasks.Times;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.TaskArchive;
import io.gasminer.miner.task.TaskQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows the newest tasks. */
@Command(
    name = "list",
    description = {
      "Show the newest tasks: what was asked, what became of it",
      "",
      "Examples:",
      "  gascli tasks list --since 2h --state failed",
      "  gascli tasks list --state undelivered --json"
    },
    mixinStandardHelpOptions = true)
final class TasksListCommand implements Callable<Integer>, Settled.Taking {
  private static final String UNDELIVERED = "undelivered";
  private static final List<String> STATES =
      List.of("pending", "processing", "completed", "failed", UNDELIVERED);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private TasksOptions options = new TasksOptions();

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "pending, processing, completed, failed, or undelivered")
  private Optional<String> state = Optional.empty();

  @Option(names = "--modality", paramLabel = "TYPE", description = "image or video")
  private Optional<String> modality = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "SPAN",
      converter = Ago.class,
      description = "accepted within this span: 30m, 24h, 2d")
  private Optional<Ago.Span> since = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "how many (default: ${DEFAULT-VALUE})")
  private int limit = 20;

  @Override
  public Integer call() throws InterruptedException {
    TaskQuery query = query(options.times());
    return options.look(spec, archive -> show(archive, query));
  }

  private TaskQuery query(Times times) {
    if (limit < 1 || limit > 10_000) {
      throw new ParameterException(spec.commandLine(), "--limit: 1 to 10000");
    }
    Optional<String> wrong = state.filter(name -> !STATES.contains(name));
    if (wrong.isPresent()) {
      throw new ParameterException(
          spec.commandLine(),
          "--state: '" + wrong.get() + "' is none of " + String.join(", ", STATES));
    }
    return new TaskQuery(
        state.filter(name -> !name.equals(UNDELIVERED)),
        modality.map(this::modality),
        since.map(span -> times.now().minus(span.length())),
        state.equals(Optional.of(UNDELIVERED)));
  }

  private Modality modality(String name) {
    return Stream.of(Modality.values())
        .filter(known -> known.wireName().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), "--modality: '" + name + "' is none of image, video"));
  }

  private int show(TaskArchive archive, TaskQuery query) {
    List<TaskStory> stories =
        archive.newest(limit, query).stream().map(task -> TaskStory.of(archive, task)).toList();
    TaskList list =
        new TaskList(stories, archive.tellingLength(), options.times(), options.hotkeys(spec));
    if (options.json()) {
      spec.commandLine().getOut().println(list.json());
    } else {
      list.print(spec.commandLine().getOut(), Paper.ofThisProcess());
    }
    return 0;
  }
}
