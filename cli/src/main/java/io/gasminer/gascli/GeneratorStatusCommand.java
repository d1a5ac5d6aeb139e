package io.gasminer.gascli;

import io.gasminer.gascli.paper.JsonText;
import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.status.MinerStatus;
import io.gasminer.gascli.status.StatusJson;
import io.gasminer.gascli.status.StatusText;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows everything that can be told of the miner, whether it runs or not. */
@Command(
    name = "status",
    description = {
      "Show whether the generative miner runs, and how it fares",
      "",
      "Its process, who is in charge of it (gascli, systemd, PM2, a container), its port, uid and"
          + " block, what waits, what was delivered, and what the last validator said. Where"
          + " gascli's supervisor has died, it is started again, and that is said.",
      "",
      "Ends with 0 when the miner runs and answers, 1 when its process is there and does not"
          + " answer, 3 when it does not run (stopped, failed, starting, waiting to be started"
          + " again), 2 when the command is mistyped."
    },
    mixinStandardHelpOptions = true)
final class GeneratorStatusCommand implements Callable<Integer>, Settled.Taking {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Settled settled = new Settled();

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    MinerStatus status = Looking.at(spec, settled);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonText.of(StatusJson.of(status)));
    } else {
      StatusText.print(out, Paper.ofThisProcess(), status);
    }
    return status.state().exitCode();
  }
}
