package io.gasminer.gascli;

import java.io.PrintWriter;
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
    versionProvider = Version.class,
    subcommands = {
      GeneratorCommand.class,
      StatusCommand.class,
      SetupCommand.class,
      ImportCommand.class,
      DemoCommand.class,
      TrustCommand.class,
      WalletCommand.class,
      ChainCommand.class,
      ModelsCommand.class,
      DoctorCommand.class,
      TasksCommand.class,
      WarmUpCommand.class
    })
public final class GasCli implements Runnable {
  static final int WRONG_USE = 2;
  static final int AGAIN = 1;

  @Spec private CommandSpec spec;

  private GasCli(CommandSpec unset) {
    this.spec = unset;
  }

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, ready to execute. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new GasCli(CommandSpec.create()));
    line.setAbbreviatedSubcommandsAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler(GasCli::explain);
    for (CommandLine command : line.getSubcommands().values()) {
      Stream.concat(Stream.of(command), command.getSubcommands().values().stream())
          .map(CommandLine::getCommandSpec)
          .filter(spec -> spec.userObject() instanceof Settled.Taking)
          .filter(spec -> spec.findOption("--axon.port") == null)
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
