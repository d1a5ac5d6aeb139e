package io.gasminer.gascli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Owns how commands may be cut short: a beginning that fits one command alone, whichever of its
 * names. Hidden commands are never meant. The usual command below another may be left out, also
 * before its options.
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
    List<String> words = new ArrayList<>(List.of(typed));
    CommandLine at = root;
    for (int i = 0; i < words.size() && !at.getSubcommands().isEmpty(); i++) {
      String word = words.get(i);
      if (word.startsWith("-")) {
        Optional<String> usual = isOfAnother(at, word) ? TypedCommands.usual(at) : Optional.empty();
        if (usual.isPresent()) {
          words.add(i, usual.get());
          break;
        }
        continue;
      }
      List<CommandSpec> meant = meant(at, word);
      if (meant.isEmpty()) {
        break;
      }
      if (meant.size() > 1) {
        return new Reading.Unclear(
            at, word, meant.stream().map(CommandSpec::name).sorted().toList());
      }
      words.set(i, meant.getFirst().name());
      at = meant.getFirst().commandLine();
    }
    return new Reading.Clear(words.toArray(String[]::new));
  }

  private static boolean isOfAnother(CommandLine at, String option) {
    return option.startsWith("--")
        && option.length() > 2
        && at.getCommandSpec().findOption(option.split("=", 2)[0]) == null;
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
