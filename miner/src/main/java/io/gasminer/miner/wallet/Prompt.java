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
    return question -> console().map(console -> console.readPassword("%s: ", question));
  }

  /** The terminal where a person reads and answers; empty where input or output is none. */
  static Optional<Console> console() {
    // Java 25 has no console where there is no terminal; Java 22 to 24 had one all the same.
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }

  /** Nobody: for tests and for processes that must not wait. */
  static Prompt nobody() {
    return question -> Optional.empty();
  }
}
