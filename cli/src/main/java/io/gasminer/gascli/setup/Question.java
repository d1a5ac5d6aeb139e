package io.gasminer.gascli.setup;

import io.gasminer.miner.config.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Owns one thing to be asked: its words, what may be answered, and what an empty line means. */
sealed interface Question {
  /** The words. */
  String text();

  /**
   * One of several.
   *
   * @param standard the value that an empty line takes
   */
  record Pick(String text, List<Choice> choices, String standard) implements Question {}

  /** One that may be picked, and what it means. */
  record Choice(String value, String meaning) {}

  /**
   * A line of text.
   *
   * @param standard what an empty line takes; empty where there has to be an answer
   * @param objection what is wrong with an answer, if anything is
   */
  record Line(String text, Optional<String> standard, Function<String, Optional<String>> objection)
      implements Question {}

  /**
   * A secret.
   *
   * @param kept what an empty line keeps
   */
  record Hidden(String text, Optional<Secret> kept) implements Question {}

  /** Yes or no. */
  record Agree(String text, boolean standard) implements Question {}
}
