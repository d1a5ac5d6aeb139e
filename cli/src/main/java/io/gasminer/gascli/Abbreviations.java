package io.gasminer.gascli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Owns how commands may be cut short: a beginning that fits one command alone, whichever of its
 * names. Hidden commands are never meant.
 */
final class Abbreviations {
  private Abbreviations() {}

  /** What the words come to. */
  sealed interface Reading {
    /** The words with each command's whole name. */
    record Clear(String[] words) implements Reading {}

    /** Nothing is run: the word could be any of these commands below {@code at}. */
    record Unclear(CommandLine at, String word, List<String> commands) implements Reading {}
  }

  /** Reads what was typed; a word that is no command, and all after it, stays as it is. */
  static Reading read(CommandLine root, String... typed) {
    String[] words = typed.clone();
    CommandLine at = root;
    for (int i = 0; i < words.length && !at.getSubcommands().isEmpty(); i++) {
      if (words[i].startsWith("-")) {
        continue;
      }
      List<CommandSpec> meant = meant(at, words[i]);
      if (meant.isEmpty()) {
        break;
      }
      if (meant.size() > 1) {
        return new Reading.Unclear(
            at, words[i], meant.stream().map(CommandSpec::name).sorted().toList());
      }
      words[i] = meant.getFirst().name();
      at = meant.getFirst().commandLine();
    }
    return new Reading.Clear(words);
  }

  private static List<CommandSpec> meant(CommandLine at, String word) {
    CommandLine exact = at.getSubcommands().get(word);
    if (exact != null) {
      return List.of(exact.getCommandSpec());
    }
    List<CommandSpec> found = new ArrayList<>();
    for (CommandLine below : at.getSubcommands().values().stream().distinct().toList()) {
      CommandSpec spec = below.getCommandSpec();
      if (!spec.usageMessage().hidden() && begins(spec, word.toLowerCase(Locale.ROOT))) {
        found.add(spec);
      }
    }
    return found;
  }

  private static boolean begins(CommandSpec spec, String word) {
    return !word.isEmpty()
        && Stream.concat(Stream.of(spec.name()), Stream.of(spec.aliases()))
            .anyMatch(name -> name.startsWith(word));
  }
}
