package io.gasminer.miner.wallet;

import java.io.Console;
import java.util.Objects;
import java.util.Optional;

/** Asks the person at the terminal for a secret, without showing what is typed. */
@FunctionalInterface
public interface Prompt {
  /** The answer, which the caller wipes, or empty when nobody is there to answer. */
  Optional<char[]> ask(String question);

  /** The terminal of this process; nobody answers where input or output is no terminal. */
  static Prompt terminal() {
    return question -> {
      Console console = Objects.requireNonNull(System.console(), "JDK 22 and newer have one");
      return console.isTerminal()
          ? Optional.ofNullable(console.readPassword("%s: ", question))
          : Optional.empty();
    };
  }

  /** Nobody: for tests and for processes that must not wait. */
  static Prompt nobody() {
    return question -> Optional.empty();
  }
}
