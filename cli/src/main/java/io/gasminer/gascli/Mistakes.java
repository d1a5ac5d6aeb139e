package io.gasminer.gascli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Owns how mistakes in typing, and faults of our own, are answered. */
final class Mistakes {
  // What operators of the known miner type, and is about other services or about Python.
  private static final Set<String> ELSEWHERE = Set.of("validator", "discriminator");
  private static final Set<String> INSTALLING =
      Set.of("install", "install-py-deps", "install-sys-deps");

  private Mistakes() {}

  /** Says what is wrong with the words, and what to type instead. */
  static int explain(ParameterException mistake, String[] arguments) {
    CommandLine line = mistake.getCommandLine();
    PrintWriter err = line.getErr();
    String message = String.valueOf(mistake.getMessage());
    if (message.isEmpty()) {
      line.usage(err);
      return GasCli.WRONG_USE;
    }
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().getFirst();
      if (!word.startsWith("-") && !line.getSubcommands().isEmpty()) {
        noSuchCommand(line, word, err);
      } else {
        err.println("Error: " + message);
        UnmatchedArgumentException.printSuggestions(unmatched, err);
      }
    } else {
      err.println("Error: " + message);
    }
    return seeHelp(line, err);
  }

  /** Says which commands the word could be. */
  static int unclear(CommandLine root, Abbreviations.Reading.Unclear unclear) {
    List<String> names = unclear.commands();
    root.getErr()
        .println(
            "Error: '%s' could be %s or %s."
                .formatted(
                    unclear.word(),
                    String.join(", ", names.subList(0, names.size() - 1)),
                    names.getLast()));
    return seeHelp(unclear.at(), root.getErr());
  }

  /** Says that we made a mistake; with {@code --verbose} where. */
  static int fault(Exception fault, CommandLine line, ParseResult parsed) {
    PrintWriter err = line.getErr();
    err.println("Error: gascli failed where it should not (" + fault + ").");
    if (Loudness.of(line.getCommandSpec()).verbose()) {
      fault.printStackTrace(err);
      err.println("Next step: report this with the lines above; they hold no secrets.");
    } else {
      err.println("Next step: run it again with --verbose, and report what it prints.");
    }
    return GasCli.AGAIN;
  }

  private static void noSuchCommand(CommandLine line, String word, PrintWriter err) {
    boolean first = line.getParent() == null;
    if (first && begins(ELSEWHERE, word)) {
      err.println(
          "Error: '"
              + word
              + "' is no part of gas-miner, which runs the generative miner alone. Validators and"
              + " discriminative miners are run by the subnet's own gascli.");
      return;
    }
    if (first && begins(INSTALLING, word)) {
      err.println(
          "Error: there is nothing to install with '"
              + word
              + "': gas-miner needs Java 25 and itself alone. Next step: fill in .env.gen_miner,"
              + " then 'gascli generator info' says whether it is complete.");
      return;
    }
    err.println("Error: No such command '" + word + "'.");
    Nearest.to(word, line).ifPresent(name -> err.println("Did you mean '" + name + "'?"));
  }

  private static boolean begins(Set<String> names, String word) {
    return names.stream().anyMatch(name -> name.startsWith(word));
  }

  private static int seeHelp(CommandLine line, PrintWriter err) {
    err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help' for help.");
    return GasCli.WRONG_USE;
  }
}
