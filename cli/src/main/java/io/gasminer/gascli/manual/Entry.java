package io.gasminer.gascli.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Owns what is told of one command: its names, options and arguments, and the commands below it.
 *
 * @param path the words that lead to it, without {@code gascli}; empty for {@code gascli} itself
 * @param names its name and its aliases
 * @param description paragraphs, the first one a line
 * @param footer what stands below the options in its help
 */
record Entry(
    String path,
    List<String> names,
    List<String> description,
    List<String> footer,
    List<Flag> flags,
    List<Place> places,
    List<Entry> below) {
  Entry {
    names = List.copyOf(names);
    description = List.copyOf(description);
    footer = List.copyOf(footer);
    flags = List.copyOf(flags);
    places = List.copyOf(places);
    below = List.copyOf(below);
  }

  /**
   * An option.
   *
   * @param label what stands for its value; empty where it takes none
   * @param values what the value may be, where that is a short list
   * @param isFile whether the value names a file
   * @param must whether its value must be given
   */
  record Flag(
      List<String> names,
      String label,
      String description,
      List<String> values,
      boolean isFile,
      boolean must) {
    Flag {
      names = List.copyOf(names);
      values = List.copyOf(values);
    }

    boolean takesValue() {
      return !label.isEmpty();
    }
  }

  /** An argument without a name, likewise. */
  record Place(
      String label, String description, List<String> values, boolean isFile, boolean many) {
    Place {
      values = List.copyOf(values);
    }
  }

  /** What is told of a whole command line. */
  static Entry of(CommandLine root) {
    return of(root.getCommandSpec(), "");
  }

  private static Entry of(CommandSpec spec, String path) {
    UsageMessageSpec usage = spec.usageMessage();
    return new Entry(
        path,
        Stream.concat(Stream.of(spec.name()), Stream.of(spec.aliases())).toList(),
        lines(usage.description()),
        lines(usage.footer()),
        spec.options().stream().filter(option -> !option.hidden()).map(Entry::flag).toList(),
        spec.positionalParameters().stream()
            .filter(place -> !place.hidden())
            .map(
                place ->
                    new Place(
                        place.paramLabel(),
                        said(place),
                        values(place),
                        isFile(place),
                        place.arity().max() > 1))
            .toList(),
        spec.subcommands().values().stream()
            .distinct()
            .map(CommandLine::getCommandSpec)
            .filter(below -> !below.usageMessage().hidden())
            .map(below -> of(below, (path + " " + below.name()).strip()))
            .toList());
  }

  /** This one and all below it. */
  Stream<Entry> all() {
    return Stream.concat(Stream.of(this), below.stream().flatMap(Entry::all));
  }

  /** The name that stands first. */
  String name() {
    return names.getFirst();
  }

  /** The first line of the description, without a full stop. */
  String summary() {
    return description.isEmpty() ? "" : description.getFirst();
  }

  private static Flag flag(OptionSpec option) {
    boolean takesValue = option.arity().max() > 0;
    return new Flag(
        List.of(option.names()),
        takesValue ? option.paramLabel() : "",
        said(option),
        values(option),
        isFile(option),
        option.arity().min() > 0);
  }

  private static String said(ArgSpec argument) {
    return String.join(" ", lines(argument.description())).strip();
  }

  private static List<String> values(ArgSpec argument) {
    List<String> values = new ArrayList<>();
    if (argument.arity().max() > 0 && argument.completionCandidates() != null) {
      argument.completionCandidates().forEach(values::add);
    }
    if (values.isEmpty() && argument.paramLabel().contains("|")) {
      values.addAll(List.of(argument.paramLabel().replaceAll("[<>\\[\\]]", "").split("\\|", -1)));
    }
    return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
  }

  private static boolean isFile(ArgSpec argument) {
    return List.of("FILE", "PEM", "DIR", "FOLDER", "PATH")
        .contains(argument.paramLabel().replaceAll("[^A-Z]", ""));
  }

  // The texts are patterns of a formatter, in which a percent sign stands twice.
  private static List<String> lines(String[] texts) {
    return Stream.of(texts)
        .flatMap(text -> Stream.of(text.replace("%n", "\n").replace("%%", "%").split("\n", -1)))
        .toList();
  }
}
