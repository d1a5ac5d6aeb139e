package io.gasminer.gascli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Owns the command line {@code gascli}: its commands, and the way from words to an exit code. */
@Command(
    name = "gascli",
    description = "Generative miner for Bittensor subnet 34 (GAS).",
    footer = {
      "",
      "Commands may be cut short: 'gascli g inf' is 'gascli generator info'.",
      "",
      "Examples:",
      "  gascli demo                        see it work: no keys, no wallet",
      "  gascli generator info              the settings in force, and what is missing",
      "  gascli generator run --help        a command's options and examples"
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
@Subcommands({
  GeneratorCommand.class,
  StatusCommand.class,
  SetupCommand.class,
  ImportCommand.class,
  DoctorCommand.class,
  TasksCommand.class,
  ModelsCommand.class,
  DemoCommand.class,
  TrustCommand.class,
  WalletCommand.class,
  ChainCommand.class,
  CompletionCommand.class,
  ShareCommand.class,
  WarmUpCommand.class
})
public final class GasCli implements Runnable {
  static final int WRONG_USE = 2;
  static final int AGAIN = 1;
  private static final int SPARE = 8;

  @Spec private CommandSpec spec;

  private GasCli(CommandSpec unset) {
    this.spec = unset;
  }

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    int exitCode = execute(commandLine(TypedCommands.in(List.of(arguments))), arguments);
    // Asked to exit, the JVM looks for a logger first, in every jar. Where all went well and nobody
    // works on, it ends by itself when this method does.
    if (exitCode != 0 || somebodyWorksOn()) {
      System.exit(exitCode);
    }
  }

  private static boolean somebodyWorksOn() {
    Thread[] threads = new Thread[Thread.activeCount() + SPARE];
    int count = Thread.enumerate(threads);
    return Stream.of(threads)
        .limit(count)
        .anyMatch(thread -> !thread.isDaemon() && !thread.equals(Thread.currentThread()));
  }

  /** Runs one command of this command line; its exit code. */
  static int execute(CommandLine line, String... typed) {
    return switch (Abbreviations.read(line, typed)) {
      case Abbreviations.Reading.Clear(String[] words) -> line.execute(words);
      case Abbreviations.Reading.Unclear unclear -> Mistakes.unclear(line, unclear);
    };
  }

  /** The command line with every command, ready to execute. */
  static CommandLine commandLine() {
    return commandLine(TypedCommands.all());
  }

  /** The command line with those commands. */
  static CommandLine commandLine(TypedCommands commands) {
    CommandLine line = new CommandLine(new GasCli(CommandSpec.create()));
    commands.addTo(line);
    line.setUsageHelpAutoWidth(true);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Mistakes::explain);
    line.setExecutionExceptionHandler(Mistakes::fault);
    settle(line);
    Loudness.addTo(line);
    HelpLayout.applyTo(line);
    return line;
  }

  private static void settle(CommandLine line) {
    CommandSpec command = line.getCommandSpec();
    if (command.userObject() instanceof Settled.Taking
        && command.findOption("--axon.port") == null) {
      SettingFlags.addTo(command);
    }
    line.getSubcommands().values().stream().distinct().forEach(GasCli::settle);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "");
  }
}
