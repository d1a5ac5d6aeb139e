package io.gasminer.gascli;

import io.gasminer.miner.chain.Refresh;
import io.gasminer.miner.chain.RefreshRequest;
import io.gasminer.miner.config.ConfigLoader;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.task.Pause;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Has the running miner read the metagraph anew, and says what came of it. */
@Command(
    name = "refresh",
    description = {
      "Have the running miner read the metagraph now",
      "",
      "The miner reads it in each epoch by itself. This is for a validator that shall be answered"
          + " at once, or a hotkey that was just registered. Needs the settings that the miner was"
          + " started with, on the same machine. Ends with 0 when the metagraph was read, 1 when"
          + " it was not."
    },
    footer = {"", "Examples:", "  gascli generator refresh"},
    mixinStandardHelpOptions = true)
final class RefreshCommand implements Callable<Integer>, Settled.Taking {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Settled settled = new Settled();

  @Override
  public Integer call() throws InterruptedException {
    return switch (settled.load(spec)) {
      case ConfigLoader.Outcome.Loaded(MinerConfig config) -> ask(config.storage().stateDir());
      case ConfigLoader.Outcome.Problems(List<String> problems, var _) -> {
        PrintWriter err = spec.commandLine().getErr();
        err.println("The settings do not say where the miner keeps its state:");
        problems.forEach(problem -> err.println("  - " + problem));
        yield GasCli.WRONG_USE;
      }
    };
  }

  private int ask(Path state) throws InterruptedException {
    RefreshRequest request = new RefreshRequest(state, InstantSource.system(), Pause.real());
    try {
      return switch (request.send(UUID.randomUUID().toString())) {
        case RefreshRequest.Outcome.Answered(Refresh refresh) -> tell(refresh);
        case RefreshRequest.Outcome.NobodyThere() ->
            failed(
                "No running miner uses the state folder "
                    + state
                    + ". A miner reads the metagraph when it starts; if one runs, give the"
                    + " settings it was started with (--env-file, MINER_STATE_DIR).");
        case RefreshRequest.Outcome.NoAnswer() ->
            failed(
                "The miner took the request and does not say what came of it. Next step: look at"
                    + " its log for lines about the metagraph.");
      };
    } catch (IOException notOurs) {
      return failed(
          "The state folder "
              + state
              + " cannot be used ("
              + notOurs
              + "). Next step: run this as the user that the miner runs as.");
    }
  }

  private int tell(Refresh refresh) {
    return switch (refresh) {
      case Refresh.Done(long block, int neurons, int callers) -> {
        spec.commandLine()
            .getOut()
            .println(
                "The miner has read the metagraph of block %d: %d neurons, %d of them have the stake to call."
                    .formatted(block, neurons, callers));
        yield 0;
      }
      case Refresh.Kept(String reason, long block, Duration age) ->
          failed(
              "The miner could not read the metagraph: %s. That of block %d, %s old, stays in force and its validators are served. Next step: look at the network, or name more endpoints in BT_CHAIN_ENDPOINT."
                  .formatted(reason, block, inWords(age)));
    };
  }

  private static String inWords(Duration age) {
    return age.toMinutes() < 2 ? age.toSeconds() + " s" : age.toMinutes() + " min";
  }

  private int failed(String text) {
    spec.commandLine().getErr().println(text);
    return 1;
  }
}
