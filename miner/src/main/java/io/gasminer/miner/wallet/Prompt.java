package io.gasminer.miner.wallet;

import java.io.Console;
import java.util.Optional;

/** Asks the person at the terminal for a secret, without showing what is typed. */
@FunctionalInterface
public interface Prompt {
  /** The answer, which the caller wipes, or empty when nobody is there to answer. */
  Optional<char[]> ask(String question);

  /** The terminal of this process; nobody answers where input or output is no terminal. */
  static Prompt terminal() {
    // From JDK 25 on there is no console at all where there is no terminal.
    return question ->
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .flatMap(console -> Optional.ofNullable(console.readPassword("%s: ", question)));
  }

  /** Nobody: for tests and for processes that must not wait. */
  static Prompt nobody() {
    return question -> Optional.empty();
  }
}
