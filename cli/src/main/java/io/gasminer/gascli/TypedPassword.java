package io.gasminer.gascli;

import io.gasminer.miner.wallet.Prompt;
import java.util.Optional;

/**
 * Owns the wallet's password between the person who types it and the supervisor that keeps it.
 *
 * <p>In memory alone. For one thread.
 */
final class TypedPassword implements Prompt {
  private final Prompt terminal;
  private Optional<String> last;
  private boolean asked;

  /**
   * Asks at that terminal.
   *
   * @param known the password that served until now; it is tried first
   */
  TypedPassword(Prompt terminal, Optional<String> known) {
    this.terminal = terminal;
    this.last = known;
  }

  @Override
  public Optional<char[]> ask(String question) {
    boolean first = !asked;
    asked = true;
    if (first && last.isPresent()) {
      return last.map(String::toCharArray);
    }
    Optional<char[]> answer = terminal.ask(question);
    last = answer.map(String::new);
    return answer;
  }

  /** What was answered last; empty where nobody asked. */
  Optional<String> last() {
    return asked ? last : Optional.empty();
  }
}
