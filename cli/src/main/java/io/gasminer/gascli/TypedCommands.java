package io.gasminer.gascli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Owns which commands are built for the words that were typed: the others are known by their names
 * and first lines alone, which is all that help, suggestions and abbreviations need of them.
 *
 * <p>To build every command with each of its options takes longer than the whole rest of a help
 * text.
 */
final class TypedCommands {
  private final Predicate<Command> meant;

  private TypedCommands(Predicate<Command> meant) {
    this.meant = meant;
  }

  /** Every command. */
  static TypedCommands all() {
    return new TypedCommands(command -> true);
  }

  /** What these words may name, and more where an abbreviation could mean it. */
  static TypedCommands in(List<String> arguments) {
    List<String> words =
        arguments.stream()
            .filter(word -> !word.isEmpty() && !word.startsWith("-"))
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList();
    return new TypedCommands(
        command ->
            Stream.concat(Stream.of(command.name()), Stream.of(command.aliases()))
                .anyMatch(
                    name -> words.stream().anyMatch(word -> word.charAt(0) == name.charAt(0))));
  }

  /** Adds what stands below the command, and below that. */
  void addTo(CommandLine line) {
    Subcommands below = below(line);
    if (below == null) {
      return;
    }
    for (Class<?> type : below.value()) {
      Command command = type.getAnnotation(Command.class);
      if (meant.test(command) || type == below.usual()) {
        CommandLine whole = new CommandLine(type);
        addTo(whole);
        line.addSubcommand(whole);
      } else {
        line.addSubcommand(known(command));
      }
    }
  }

  /** The command that is meant where none is typed below this one. */
  static Optional<String> usual(CommandLine line) {
    return Optional.ofNullable(below(line))
        .map(below -> below.usual().getAnnotation(Command.class))
        .map(Command::name);
  }

  private static @Nullable Subcommands below(CommandLine line) {
    return line.getCommandSpec().userObject().getClass().getAnnotation(Subcommands.class);
  }

  private static CommandLine known(Command command) {
    CommandSpec spec = CommandSpec.create().name(command.name()).aliases(command.aliases());
    spec.usageMessage().description(command.description()).hidden(command.hidden());
    return new CommandLine(spec);
  }
}
