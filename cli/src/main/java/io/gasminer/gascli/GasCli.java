package io.gasminer.gascli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Owns the command line {@code gascli}: its commands, and how mistakes in typing are answered. */
@Command(
    name = "gascli",
    description = "Generative miner for Bittensor subnet 34 (GAS).",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
@Subcommands({
  GeneratorCommand.class,
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
    int exitCode = commandLine(TypedCommands.in(List.of(arguments))).execute(arguments);
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

  /** The command line with every command, ready to execute. */
  static CommandLine commandLine() {
    return commandLine(TypedCommands.all());
  }

  /** The command line with those commands. */
  static CommandLine commandLine(TypedCommands commands) {
    CommandLine line = new CommandLine(new GasCli(CommandSpec.create()));
    commands.addTo(line);
    line.setAbbreviatedSubcommandsAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(GasCli::explain);
    for (CommandLine generator : line.getSubcommands().values()) {
      generator.getSubcommands().values().stream()
          .map(CommandLine::getCommandSpec)
          .filter(command -> command.userObject() instanceof Settled.Taking)
          .filter(command -> command.findOption("--axon.port") == null)
          .forEach(SettingFlags::addTo);
    }
    HelpLayout.applyTo(line);
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "");
  }

  private static int explain(ParameterException mistake, String[] arguments) {
    CommandLine line = mistake.getCommandLine();
    PrintWriter out = line.getErr();
    String message = String.valueOf(mistake.getMessage());
    if (message.isEmpty()) {
      line.usage(out);
      return WRONG_USE;
    }
    out.println("Error: " + inTheFieldsWords(mistake, message));
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      UnmatchedArgumentException.printSuggestions(unmatched, out);
    }
    out.println("Try '" + line.getCommandSpec().qualifiedName() + " --help' for help.");
    return WRONG_USE;
  }

  private static String inTheFieldsWords(ParameterException mistake, String message) {
    return mistake instanceof UnmatchedArgumentException unmatched
            && !unmatched.getUnmatched().getFirst().startsWith("-")
            && !mistake.getCommandLine().getSubcommands().isEmpty()
        ? "No such command '" + unmatched.getUnmatched().getFirst() + "'."
        : message;
  }
}
