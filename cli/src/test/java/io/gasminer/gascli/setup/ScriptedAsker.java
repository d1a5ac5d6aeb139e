package io.gasminer.gascli.setup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Owns a person who answers by script and then leaves, and remembers all that was shown. */
final class ScriptedAsker implements Asker {
  private final Deque<String> left;
  private final List<String> shown = new ArrayList<>();

  ScriptedAsker(String... answers) {
    this.left = new ArrayDeque<>(List.of(answers));
  }

  @Override
  public void say(String line) {
    shown.add(line);
  }

  @Override
  public Optional<String> line(String question) {
    shown.add(question);
    return Optional.ofNullable(left.poll());
  }

  @Override
  public Optional<char[]> secret(String question) {
    return line(question).map(String::toCharArray);
  }

  /** Everything that was shown. */
  String screen() {
    return String.join("\n", shown);
  }

  /** Answers that nobody asked for. */
  int unused() {
    return left.size();
  }
}
