package io.gasminer.gascli;

import io.gasminer.gascli.process.MinerCommand;
import io.gasminer.miner.Miner;
import io.gasminer.miner.config.ConfigLoader;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.events.Logs;
import io.gasminer.miner.events.MinerEvents;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the miner in the foreground until it is asked to stop: what process managers start. */
@Command(
    name = "run",
    description = {
      "Run the generative miner in the foreground",
      "",
      "What systemd, PM2 or a container starts. Ends with 0 when asked to stop (SIGTERM, Ctrl-C),"
          + " 1 when starting again may help, 2 when it will not (configuration, wallet, port).",
      "",
      "Every setting of .env.gen_miner that is no secret is a flag too; flags win over the"
          + " environment, and it wins over the file."
    },
    footer = {
      "",
      "Examples:",
      "  gascli generator run",
      "  gascli generator run --axon.port 8093 --logging.level debug",
      "  gascli generator run --env-file /etc/gas-miner/miner.env"
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer>, Settled.Taking {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Settled settled = new Settled();

  @Option(names = MinerCommand.SUPERVISED, hidden = true)
  private boolean supervised;

  @Override
  public Integer call() throws InterruptedException {
    return switch (settled.load(spec)) {
      case ConfigLoader.Outcome.Loaded(MinerConfig config) -> run(config);
      case ConfigLoader.Outcome.Problems(List<String> problems, var values) ->
          refuse(problems, GasCli.WRONG_USE);
    };
  }

  private int run(MinerConfig config) throws InterruptedException {
    Path output = config.storage().outputDir();
    try {
      Files.createDirectories(output.resolve("logs"));
    } catch (IOException notWritable) {
      return refuse(
          List.of(
              "the output folder %s cannot be written (%s); set MINER_OUTPUT_DIR to a folder of this user"
                  .formatted(output, notWritable)),
          GasCli.WRONG_USE);
    }
    if (supervised) {
      Logs.toFile(output, config.storage().logLevel(), config.storage().logJson());
    } else {
      Logs.toConsoleAndFile(output, config.storage().logLevel(), config.storage().logJson());
    }
    settled.looseMode().ifPresent(new MinerEvents()::note);
    return switch (Miner.start(config)) {
      case Miner.Start.Refused(List<String> problems, int exitCode) -> refuse(problems, exitCode);
      case Miner.Start.Running(Miner miner) -> {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(miner), "shutdown"));
        RestingHeap.watch();
        new CountDownLatch(1).await();
        yield 0;
      }
    };
  }

  // A JVM that a signal ends says 143; a miner that was asked to stop, and did, ended well.
  private static void stop(Miner miner) {
    miner.close();
    Logs.close();
    Runtime.getRuntime().halt(0);
  }

  private int refuse(List<String> problems, int exitCode) {
    Logs.close();
    PrintWriter err = spec.commandLine().getErr();
    err.println("The miner does not start:");
    problems.forEach(problem -> err.println("  - " + problem));
    err.println(
        "Next step: mend "
            + (problems.size() == 1 ? "this" : "these")
            + " and run it again; 'gascli generator info' shows what is in force.");
    return exitCode;
  }
}
