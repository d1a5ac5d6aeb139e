package io.gasminer.gascli.setup;

import io.gasminer.miner.config.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Owns the asking of a question until it has an answer that can be one; empty answers mean that the
 * person has left.
 */
record Interview(Asker asker) {
  /** The value that was picked, by its number, its name, or the beginning of it. */
  Optional<String> pick(Question.Pick question) {
    asker.say(question.text());
    int width = question.choices().stream().mapToInt(one -> one.value().length()).max().orElse(0);
    for (int at = 0; at < question.choices().size(); at++) {
      Question.Choice choice = question.choices().get(at);
      String space = " ".repeat(width - choice.value().length());
      asker.say(
          "  %2d) %s%s  %s"
              .formatted(at + 1, choice.value(), space, choice.meaning())
              .stripTrailing());
    }
    while (true) {
      Optional<String> typed = asker.line("Which one [" + question.standard() + "]");
      if (typed.isEmpty()) {
        return typed;
      }
      Optional<String> picked = picked(question, typed.get().strip());
      if (picked.isPresent()) {
        return picked;
      }
      asker.say(
          "  '"
              + shortened(typed.get())
              + "' is none of them; type its number or its name, or press Enter for "
              + question.standard());
    }
  }

  private static Optional<String> picked(Question.Pick question, String typed) {
    List<String> values = question.choices().stream().map(Question.Choice::value).toList();
    String word = typed.toLowerCase(Locale.ROOT);
    if (typed.isEmpty()) {
      return Optional.of(question.standard());
    }
    if (typed.matches("\\d{1,4}")) {
      int number = Integer.parseInt(typed);
      return number >= 1 && number <= values.size()
          ? Optional.of(values.get(number - 1))
          : Optional.empty();
    }
    if (values.contains(typed)) {
      return Optional.of(typed);
    }
    List<String> beginning =
        values.stream().filter(one -> one.toLowerCase(Locale.ROOT).startsWith(word)).toList();
    return beginning.size() == 1 ? Optional.of(beginning.getFirst()) : Optional.empty();
  }

  /** The text that was typed, or the standard. */
  Optional<String> line(Question.Line question) {
    String shown =
        question
            .standard()
            .map(known -> question.text() + " [" + known + "]")
            .orElse(question.text());
    while (true) {
      Optional<String> typed = asker.line(shown);
      if (typed.isEmpty()) {
        return typed;
      }
      String answer = typed.get().isBlank() ? question.standard().orElse("") : typed.get().strip();
      Optional<String> objection =
          answer.isEmpty() && question.standard().isEmpty()
              ? Optional.of("there is no default; type it, or leave with Ctrl-C")
              : question.objection().apply(answer);
      if (objection.isEmpty()) {
        return Optional.of(answer);
      }
      asker.say("  " + objection.get());
    }
  }

  /** The secret that was typed, or the one that is kept. */
  Optional<Secret> hidden(Question.Hidden question) {
    String shown =
        question.text() + (question.kept().isPresent() ? " [Enter keeps the one there is]" : "");
    while (true) {
      Optional<char[]> typed = asker.secret(shown);
      if (typed.isEmpty()) {
        return Optional.empty();
      }
      String answer = new String(typed.get()).strip();
      Arrays.fill(typed.get(), '\0');
      if (!answer.isEmpty()) {
        return Optional.of(new Secret(answer));
      }
      if (question.kept().isPresent()) {
        return question.kept();
      }
      asker.say("  nothing was typed; paste the key (it is not shown), or leave with Ctrl-C");
    }
  }

  /** Whether it was agreed to. */
  Optional<Boolean> agree(Question.Agree question) {
    while (true) {
      Optional<String> typed =
          asker.line(question.text() + (question.standard() ? " [Y/n]" : " [y/N]"));
      if (typed.isEmpty()) {
        return Optional.empty();
      }
      switch (typed.get().strip().toLowerCase(Locale.ROOT)) {
        case "" -> {
          return Optional.of(question.standard());
        }
        case "y", "yes" -> {
          return Optional.of(true);
        }
        case "n", "no" -> {
          return Optional.of(false);
        }
        default -> asker.say("  type y or n");
      }
    }
  }

  private static String shortened(String typed) {
    String line = typed.strip().replaceAll("\\p{Cntrl}", "?");
    return line.length() <= 40 ? line : line.substring(0, 40) + "…";
  }
}
