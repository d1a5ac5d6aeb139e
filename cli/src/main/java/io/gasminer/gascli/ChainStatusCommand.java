package io.gasminer.gascli;

import io.gasminer.bittensor.chain.Answer;
import io.gasminer.gascli.chain.ChainLook;
import io.gasminer.gascli.chain.ChainSession;
import io.gasminer.gascli.chain.StatusReport;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows whether the chain can be reached, and whether what it says is of today. */
@Command(
    name = "status",
    description = {
      "Show the endpoint, the newest block and its age, the runtime, and what lags",
      "",
      "Ends with 0 when the chain answered, even where it is stale (a warning says so), and 1 when"
          + " it cannot be reached."
    },
    footer = {
      "",
      "Examples:",
      "  gascli chain status",
      "  gascli chain status --endpoint finney --json"
    },
    mixinStandardHelpOptions = true)
final class ChainStatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ChainOptions options = new ChainOptions();

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  public Integer call() {
    try (ChainSession session = options.open(spec, options.settings(spec, Map.of()))) {
      return switch (session.look()) {
        case Answer.Unavailable<ChainLook>(String reason) -> {
          spec.commandLine().getErr().println("Error: " + reason);
          yield GasCli.AGAIN;
        }
        case Answer.Got<ChainLook>(ChainLook look) -> {
          StatusReport report = new StatusReport(look, InstantSource.system().instant());
          spec.commandLine().getOut().println(json ? report.json() : report.text());
          yield 0;
        }
      };
    }
  }
}
