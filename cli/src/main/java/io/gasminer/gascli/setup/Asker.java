package io.gasminer.gascli.setup;

import java.util.Optional;

/**
 * Asks a person one thing at a time. An empty answer means that the person has left; an empty text
 * is an answer.
 */
public interface Asker {
  /** Shows a line. */
  void say(String line);

  /** What is typed, without its line break. */
  Optional<String> line(String question);

  /** What is typed and not shown; the caller wipes it. */
  Optional<char[]> secret(String question);
}
