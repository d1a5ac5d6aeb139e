package io.gasminer.gascli;

import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.setup.EnvDisk;
import io.gasminer.gascli.takeover.Execution;
import io.gasminer.gascli.takeover.Installation;
import io.gasminer.gascli.takeover.Item;
import io.gasminer.gascli.takeover.Plan;
import io.gasminer.gascli.takeover.Takeover;
import io.gasminer.gascli.takeover.TakeoverReport;
import io.gasminer.miner.events.Logs;
import io.gasminer.miner.wallet.Prompt;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes over an installation of the known miner: what serves here, and what can still be paid. */
@Command(
    name = "import",
    description = {
      "Take over an installation of the known miner",
      "",
      "Reads its .env.gen_miner, its .gen_miner_state and its delivery statistics, and says of"
          + " every line what becomes of it. Settings go where this miner's file says nothing yet."
          + " Tasks that validators still wait for (two hours) go on here, with the job at the"
          + " provider where one is known, so that nothing is bought twice. Nothing of the other"
          + " installation is changed or removed.",
      "",
      "Stop the known miner first: pm2 stop bitmind-generative-miner. Ends with 0 when it is done"
          + " or was only shown, 1 when trying again may help, 2 when it will not."
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Settled settled = new Settled();

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "the project root of the known miner (default: where you are)")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--webhook-stats",
      paramLabel = "FILE",
      description = "its delivery statistics (default: ~/.bitmind/webhook_stats.json)")
  private Optional<Path> stats = Optional.empty();

  @Option(names = "--dry-run", description = "say what would be done, and do nothing")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "do not ask")
  private boolean yes;

  @Option(names = "--json", description = "print one JSON object; does nothing without --yes")
  private boolean json;

  @Override
  public Integer call() {
    Logs.quiet();
    EnvDisk disk = new EnvDisk(settled.path());
    Path home = Path.of(System.getProperty("user.home"));
    Installation.Look look =
        Installation.in(
            folder.orElse(Path.of("")),
            stats.orElseGet(() -> home.resolve(".bitmind/webhook_stats.json")));
    return switch (look) {
      case Installation.Look.Nothing(String why) -> refused(why, GasCli.WRONG_USE);
      case Installation.Look.Found(Installation installation) ->
          switch (disk.read()) {
            case EnvDisk.Reading.Unreadable(String reason) -> refused(reason, GasCli.WRONG_USE);
            case EnvDisk.Reading.Read(Optional<String> text) ->
                run(
                    new Takeover(
                        installation,
                        disk,
                        text,
                        pm2(home),
                        ZoneId.systemDefault(),
                        InstantSource.system()));
          };
    };
  }

  private int run(Takeover takeover) {
    Path from = folder.orElse(Path.of("")).toAbsolutePath().normalize();
    return switch (takeover.plan()) {
      case Plan.Making.Refused(String why) -> refused(why, GasCli.WRONG_USE);
      case Plan.Making.Made(Plan plan) ->
          shown(takeover, plan, new TakeoverReport(from, plan.items()));
    };
  }

  private int shown(Takeover takeover, Plan plan, TakeoverReport report) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      return dryRun || !yes ? printed(report, false) : done(takeover, plan, report);
    }
    report.print(out, Paper.ofThisProcess());
    out.println();
    if (dryRun || plan.isEmpty()) {
      out.println(
          plan.isEmpty()
              ? "There is nothing to take."
              : "Nothing was done (--dry-run): it would take " + report.taken() + ".");
      out.flush();
      return 0;
    }
    if (!yes && !agreed(report)) {
      return refused("nothing was done, because nobody agreed. Next step: add --yes", 2);
    }
    return done(takeover, plan, report);
  }

  private int printed(TakeoverReport report, boolean applied) {
    spec.commandLine().getOut().println(report.json(applied));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private int done(Takeover takeover, Plan plan, TakeoverReport planned) {
    return switch (new Execution(takeover, plan).run()) {
      case Execution.End.Refused(String why, boolean again) ->
          refused(why, again ? GasCli.AGAIN : GasCli.WRONG_USE);
      case Execution.End.Done(List<Item> changed, Optional<Path> backup) -> {
        TakeoverReport report = planned.with(changed);
        if (json) {
          yield printed(report, true);
        }
        PrintWriter out = spec.commandLine().getOut();
        changed.forEach(item -> TakeoverReport.line(out, Paper.ofThisProcess(), item));
        out.println("Taken over: " + report.taken() + ". The other installation is as it was.");
        backup.ifPresent(copy -> out.println("What stood in this miner's file: " + copy));
        out.println();
        out.println("Next: gascli doctor, then gascli generator start");
        out.flush();
        yield 0;
      }
    };
  }

  private static boolean agreed(TakeoverReport report) {
    return Prompt.console()
        .flatMap(
            terminal ->
                Optional.ofNullable(terminal.readLine("Take %s over? [y/N] ", report.taken())))
        .filter(answer -> answer.strip().matches("(?i)y(es)?"))
        .isPresent();
  }

  private static Path pm2(Path home) {
    return Optional.ofNullable(System.getenv("PM2_HOME"))
        .filter(named -> !named.isBlank())
        .map(Path::of)
        .orElseGet(() -> home.resolve(".pm2"));
  }

  private int refused(String why, int exitCode) {
    spec.commandLine().getErr().println("Error: " + why);
    spec.commandLine().getErr().flush();
    return exitCode;
  }
}
