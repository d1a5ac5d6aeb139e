package io.gasminer.gascli.setup;

/** What checking an answer ended in. */
public sealed interface Finding {
  /** What was found, with the next step where there is one. */
  String words();

  /** It works. */
  record Fine(String words) implements Finding {}

  /** It could not be told, or it will not pay as it is; it may be written all the same. */
  record Doubtful(String words) implements Finding {}

  /** It does not work; another answer is needed, or something outside has to change first. */
  record Wrong(String words) implements Finding {}
}
