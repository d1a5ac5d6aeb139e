package io.gasminer.gascli.setup;

import io.gasminer.miner.wallet.Prompt;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Function;

/**
 * Owns the conversation at the terminal.
 *
 * @param lines shows a question and reads the line that answers it
 */
public record TerminalAsker(
    Function<String, Optional<String>> lines, Prompt hidden, PrintWriter out) implements Asker {
  /** The person at this process's terminal. */
  public static TerminalAsker at(Console console, PrintWriter out) {
    return new TerminalAsker(
        question -> Optional.ofNullable(console.readLine("%s: ", question)),
        Prompt.terminal(),
        out);
  }

  @Override
  public void say(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public Optional<String> line(String question) {
    out.flush();
    return lines.apply(question);
  }

  @Override
  public Optional<char[]> secret(String question) {
    out.flush();
    return hidden.ask(question);
  }
}
