package io.gasminer.gascli;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Owns how much a command says: {@code -q} leaves results and errors, {@code -v} adds the causes.
 *
 * <p>Both may stand before or after the command's name. A command that has a {@code -v} of its own
 * keeps its meaning.
 */
record Loudness(boolean quiet, boolean verbose) {
  /** Adds the flags to a command and all below it. */
  static void addTo(CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    add(spec, "-q", "--quiet", "no progress, only results and errors");
    add(spec, "-v", "--verbose", "say more: where a fault comes from");
    line.getSubcommands().values().stream().distinct().forEach(Loudness::addTo);
  }

  /** What was asked for, at this command or one above it. */
  static Loudness of(CommandSpec spec) {
    return new Loudness(isGiven(spec, "--quiet"), isGiven(spec, "--verbose"));
  }

  private static void add(CommandSpec spec, String brief, String name, String meaning) {
    if (spec.findOption(brief) == null && spec.findOption(name) == null) {
      spec.addOption(
          OptionSpec.builder(brief, name).type(boolean.class).description(meaning).build());
    }
  }

  private static boolean isGiven(CommandSpec spec, String name) {
    OptionSpec option = spec.findOption(name);
    boolean here = option != null && Boolean.TRUE.equals(option.getValue());
    return here
        || Optional.ofNullable(spec.parent()).map(parent -> isGiven(parent, name)).orElse(false);
  }
}
