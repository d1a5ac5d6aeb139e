package io.gasminer.gascli;

import io.gasminer.gascli.paper.JsonText;
import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.status.MinerStatus;
import io.gasminer.gascli.status.ServiceTable;
import io.gasminer.gascli.status.StatusJson;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows all services in one table. */
@Command(
    name = "status",
    description = {
      "Show status of all services",
      "",
      "One line for each; 'gascli generator status' tells more. Ends with 0 when all of them run,"
          + " 1 when one is there and does not answer, 3 when one does not run."
    },
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer>, Settled.Taking {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Settled settled = new Settled();

  @Option(names = "--json", description = "print one JSON array with an object for each service")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    MinerStatus status = Looking.at(spec, settled);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonText.of(List.of(StatusJson.brief(status))));
    } else {
      ServiceTable.print(out, Paper.ofThisProcess(), status);
    }
    return status.state().exitCode();
  }
}
