package io.gasminer.gascli;

import io.gasminer.gascli.models.Audit;
import io.gasminer.gascli.models.AuditPlan;
import io.gasminer.gascli.models.ModelPicks;
import io.gasminer.gascli.models.Offer;
import io.gasminer.miner.events.Logs;
import io.gasminer.miner.wallet.Prompt;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes one sample of each model and remembers what validators would say to it. */
@Command(
    name = "audit",
    description = {
      "Make one sample of each model in use, judge it as validators do, remember the result",
      "",
      "This buys: the models and their price are shown first, and nothing is asked for without a"
          + " yes (or --yes). A job is on disk before it is looked at: after Ctrl-C or a crash the"
          + " next audit takes it up and buys nothing. Results and samples lie under 'evidence' in"
          + " the state folder.",
      "",
      "Ends with 0 when every model passed, 1 when one did not or has no sample yet, 2 when"
          + " nothing could be asked for."
    },
    footer = {
      "",
      "Examples:",
      "  gascli models audit --dry-run",
      "  gascli models audit --max-cost 0.50",
      "  gascli models audit ultra sd3.5-medium --yes",
      "  gascli models audit google/veo-3.1-lite --tier 1080p --assume-price 0.60"
    },
    mixinStandardHelpOptions = true)
final class ModelsAuditCommand implements Callable<Integer>, Settled.Taking {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Settled settled = new Settled();
  @Mixin private ModelsOptions options = new ModelsOptions();

  @Parameters(
      arity = "0..*",
      paramLabel = "MODEL",
      description = "the models (default: those that the configuration in force takes)")
  private List<String> models = List.of();

  @Option(names = "--tier", paramLabel = "TIER", description = "as a challenge asks: 2K, 1080p, …")
  private Optional<String> tier = Optional.empty();

  @Option(
      names = "--max-cost",
      paramLabel = "USD",
      defaultValue = "1.00",
      description = "what all samples may cost together (default: 1.00)")
  private BigDecimal most = BigDecimal.ONE;

  @Option(
      names = "--assume-price",
      paramLabel = "USD",
      description = "what a sample counts as whose price the catalogue does not know")
  private Optional<BigDecimal> assumed = Optional.empty();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "how long to wait for each sample (default: MINER_TASK_TIMEOUT)")
  private Optional<Integer> timeout = Optional.empty();

  @Option(
      names = "--again",
      description = "ask anew where an audit was cut off before the service had answered")
  private boolean again;

  @Option(
      names = {"-y", "--yes"},
      description = "do not ask")
  private boolean yes;

  @Option(names = "--dry-run", description = "show what would be asked for, and its price")
  private boolean dryRun;

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description = "how wide the text may be (default: the terminal)")
  private Optional<Integer> width = Optional.empty();

  @Option(names = "--json", description = "print one JSON object; needs --yes or --dry-run")
  private boolean json;

  @Override
  public Integer call() {
    check();
    ModelsOptions.Loaded loaded = options.load(spec, settled);
    if (models.isEmpty() && !loaded.problems().isEmpty()) {
      return refuse(loaded.problems());
    }
    List<Offer> offers = offers(loaded);
    // A job that the key does not open is told by the service's provider alone.
    Logs.quiet();
    PrintWriter out = spec.commandLine().getOut();
    Duration patience =
        timeout.map(seconds -> Duration.ofSeconds(seconds)).orElse(loaded.making().taskTimeout());
    Audit audit =
        new Audit(
            loaded.market(),
            loaded.making(),
            out,
            ModelsCommand.paper(width),
            new Audit.Wishes(patience, dryRun, json));
    AuditPlan.Bounds bounds = new AuditPlan.Bounds(tier, most, assumed, again);
    return switch (audit.run(offers, bounds, this::assent)) {
      case Audit.Ending.Done(boolean clean) -> clean ? 0 : GasCli.AGAIN;
      case Audit.Ending.Refused(List<String> problems) -> refuse(problems);
      case Audit.Ending.Declined no -> {
        out.println("Nothing was asked for.");
        yield 0;
      }
    };
  }

  private void check() {
    if (most.signum() < 0 || assumed.filter(price -> price.signum() < 0).isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--max-cost and --assume-price are amounts of US dollars");
    }
    if (timeout.filter(seconds -> seconds < 1).isPresent()) {
      throw new ParameterException(spec.commandLine(), "--timeout is a number of seconds");
    }
    if (!yes && !dryRun && (json || Prompt.console().isEmpty())) {
      throw new ParameterException(
          spec.commandLine(),
          "this buys samples, and nobody is here to ask; add --yes, or --dry-run to see the price");
    }
  }

  private List<Offer> offers(ModelsOptions.Loaded loaded) {
    ModelPicks picks = new ModelPicks(loaded.market(), tier);
    return switch (models.isEmpty() ? picks.inUse() : picks.named(models, options.service())) {
      case ModelPicks.Outcome.Unclear(String problem) ->
          throw new ParameterException(spec.commandLine(), problem);
      case ModelPicks.Outcome.Found(List<Offer> found) -> {
        List<Offer> meant = options.among(spec, found);
        if (meant.isEmpty()) {
          throw new ParameterException(
              spec.commandLine(), "no model in use is like that; name the models to audit");
        }
        yield meant;
      }
    };
  }

  private boolean assent(String question) {
    return yes
        || Prompt.console()
            .map(console -> console.readLine("%s", question))
            .filter(answer -> answer.strip().toLowerCase(Locale.ROOT).startsWith("y"))
            .isPresent();
  }

  private int refuse(List<String> problems) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("Nothing was asked for:");
    problems.forEach(problem -> err.println("  - " + problem));
    return GasCli.WRONG_USE;
  }
}
