package io.gasminer.gascli.setup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The conversation over readers; over a real terminal it is in SetupTerminalTest. */
class TerminalAskerTest extends AskerContract {
  private final StringWriter screen = new StringWriter();

  @Override
  Asker answering(String... lines) {
    BufferedReader typed = new BufferedReader(new StringReader(String.join("\n", lines) + "\n"));
    PrintWriter out = new PrintWriter(screen, true);
    return new TerminalAsker(
        question -> read(typed, out, question),
        question -> read(typed, out, question).map(String::toCharArray),
        out);
  }

  @Override
  String shown() {
    return screen.toString();
  }

  private static Optional<String> read(BufferedReader typed, PrintWriter out, String question) {
    out.print(question + ": ");
    try {
      return Optional.ofNullable(typed.readLine());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
