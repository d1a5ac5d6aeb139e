package io.gasminer.gascli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Owns how help looks: aliases stand beside the name, {@code generator (g | gen)}. */
final class HelpLayout {
  private HelpLayout() {}

  /** Applies the layout to a command and all below it. */
  static void applyTo(CommandLine line) {
    UsageMessageSpec usage = line.getCommandSpec().usageMessage();
    usage.sortOptions(false);
    // Fifty settings before the first word about the command would tell nobody what it does.
    usage.abbreviateSynopsis(line.getCommandSpec().userObject() instanceof Settled.Taking);
    usage.optionListHeading("%nOptions:%n");
    usage.parameterListHeading("%nArguments:%n");
    usage.commandListHeading("%nCommands:%n");
    usage.descriptionHeading("%n");
    line.getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, HelpLayout::commandList);
    line.getCommandSpec().subcommands().values().stream().distinct().forEach(HelpLayout::applyTo);
  }

  private static String commandList(Help help) {
    Map<String, String> rows =
        help.commandSpec().subcommands().values().stream()
            .distinct()
            .filter(command -> !command.getCommandSpec().usageMessage().hidden())
            .collect(
                Collectors.toMap(
                    HelpLayout::nameWithAliases,
                    HelpLayout::firstLine,
                    (a, b) -> a,
                    java.util.TreeMap::new));
    int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
    return rows.entrySet().stream()
        .map(
            row ->
                "  "
                    + row.getKey()
                    + " ".repeat(width - row.getKey().length() + 2)
                    + row.getValue()
                    + System.lineSeparator())
        .collect(Collectors.joining());
  }

  private static String nameWithAliases(CommandLine command) {
    List<String> aliases = List.of(command.getCommandSpec().aliases());
    return command.getCommandName()
        + (aliases.isEmpty() ? "" : " (" + String.join(" | ", aliases) + ")");
  }

  private static String firstLine(CommandLine command) {
    String[] description = command.getCommandSpec().usageMessage().description();
    return description.length == 0 ? "" : description[0];
  }
}
