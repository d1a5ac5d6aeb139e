package io.gasminer.gascli.manual;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Owns the shells that can complete what is typed. */
public enum Completion {
  BASH("gascli.bash"),
  ZSH("_gascli"),
  FISH("gascli.fish");

  private final String file;

  Completion(String file) {
    this.file = file;
  }

  /** The name of the script's file, as the shell expects it. */
  public String file() {
    return file;
  }

  /** The shell's name as it is typed. */
  public String shell() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The script that completes this command line. */
  public String script(CommandLine root) {
    Entry entry = Entry.of(root);
    return switch (this) {
      case BASH -> BashScript.of(entry);
      case ZSH -> ZshScript.of(entry);
      case FISH -> FishScript.of(entry);
    };
  }

  /** Every way to type a path's next word, as {@code path/word} with the path's own spaces. */
  static List<String> steps(Entry parent, Entry child) {
    return child.names().stream().map(name -> parent.path() + "/" + name).toList();
  }

  /** The options that take a value as the next word. */
  static List<String> valueOptions(Entry entry) {
    return entry.flags().stream()
        .filter(Entry.Flag::takesValue)
        .filter(Entry.Flag::must)
        .flatMap(flag -> flag.names().stream())
        .toList();
  }

  /** What is typed for each option and each command below. */
  static String words(Entry entry) {
    return Stream.concat(
            entry.below().stream().flatMap(below -> below.names().stream()),
            entry.flags().stream().flatMap(flag -> flag.names().stream()))
        .collect(Collectors.joining(" "));
  }

  /** A text between single quotes of a shell of Bourne's kind. */
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
