package io.gasminer.gascli;

import io.gasminer.gascli.chain.AxonFlags;
import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.setup.Asker;
import io.gasminer.gascli.setup.Checks;
import io.gasminer.gascli.setup.EnvDisk;
import io.gasminer.gascli.setup.FlagSetup;
import io.gasminer.gascli.setup.RealChecks;
import io.gasminer.gascli.setup.Setup;
import io.gasminer.gascli.setup.SetupFlags;
import io.gasminer.gascli.setup.TerminalAsker;
import io.gasminer.miner.config.WalletSettings;
import io.gasminer.miner.wallet.Prompt;
import java.io.Console;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks what a newcomer must answer, tries each answer, and writes {@code .env.gen_miner}. */
@Command(
    name = "setup",
    description = {
      "Answer five questions, and have .env.gen_miner written",
      "",
      "Network, wallet, services and their keys, port, and what to keep. Each answer is tried"
          + " before the next question: the hotkey loads, the key is taken by its provider, the"
          + " port is free, the chain knows the hotkey. Nothing is written before you agree, a file"
          + " that is there keeps its comments, and a copy of it is made.",
      "",
      "With flags nobody is asked: gascli setup --network mainnet --wallet-name miner"
          + " --image-service openai --openai-key-file key.txt --video-service none --yes. A key"
          + " is no flag, because what stands on a command line is seen by every user of the"
          + " machine: it comes from a file, from the input (-) or from the environment.",
      "",
      "Ends with 0 when the file says what was answered, 1 when you left, 2 when something is"
          + " wrong: all of it is said at once, and nothing is written."
    },
    mixinStandardHelpOptions = true)
final class SetupCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Settled settled = new Settled();
  @Mixin private SetupFlags flags = new SetupFlags();

  @Option(
      names = {"-y", "--yes"},
      description = "write without asking")
  private boolean yes;

  @Option(names = "--no-checks", description = "try nothing: no network, no wallet, no port")
  private boolean noChecks;

  @Override
  public Integer call() {
    Optional<Console> console = Prompt.console();
    boolean byFlags = flags.any() || yes;
    if (console.isEmpty() && !(byFlags && yes)) {
      spec.commandLine()
          .getErr()
          .println(
              byFlags
                  ? "Error: nobody is at a terminal to agree. Next step: add --yes"
                  : "Error: setup asks its questions at a terminal, and there is none here. Next"
                      + " step: run it in one, or answer by flags (gascli setup --help) and add"
                      + " --yes");
      return GasCli.WRONG_USE;
    }
    EnvDisk disk = new EnvDisk(settled.path());
    return switch (disk.read()) {
      case EnvDisk.Reading.Unreadable(String reason) -> {
        spec.commandLine().getErr().println("Error: " + reason + ". Nothing was written.");
        yield GasCli.WRONG_USE;
      }
      case EnvDisk.Reading.Read(Optional<String> text) -> run(disk, console, byFlags, text);
    };
  }

  private int run(EnvDisk disk, Optional<Console> console, boolean byFlags, Optional<String> text) {
    Setup setup =
        new Setup(disk, System.getenv(), checks(), Paper.ofThisProcess(), InstantSource.system());
    Asker asker =
        console
            .map(terminal -> TerminalAsker.at(terminal, spec.commandLine().getOut()))
            .orElseGet(
                () ->
                    new TerminalAsker(
                        question -> Optional.empty(),
                        Prompt.nobody(),
                        spec.commandLine().getOut()));
    Setup.End end =
        byFlags
            ? new FlagSetup(setup, flags, System.in, spec.commandLine().getErr())
                .run(asker, Prompt.terminal(), yes, text)
            : setup.ask(asker, this::makeHotkey, text);
    return switch (end) {
      case DONE -> 0;
      case LEFT -> GasCli.AGAIN;
      case REFUSED -> GasCli.WRONG_USE;
    };
  }

  private Checks checks() {
    return noChecks
        ? Checks.none()
        : new RealChecks(InstantSource.system(), PATIENCE, AxonFlags::found);
  }

  private boolean makeHotkey(WalletSettings wallet, boolean encrypted) {
    return WalletNewHotkeyCommand.make(
        new HotkeyMaking.Desk(
            wallet, Prompt.terminal(), spec.commandLine().getOut(), spec.commandLine().getErr()),
        HotkeyMaking.encrypting(encrypted));
  }
}
