package io.gasminer.gascli;

import io.gasminer.miner.config.Setting;
import io.gasminer.miner.config.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Owns what a person chose on the command line, as it is handed on to the miner in the background.
 *
 * @param file the file with the settings, absolute
 * @param flags by the settings' names
 */
record ChosenSettings(Optional<Path> file, Map<String, String> flags) {
  /** What was chosen when a miner was started with these arguments. */
  static ChosenSettings from(List<String> arguments) {
    List<String> line = new ArrayList<>(List.of("generator", "start"));
    line.addAll(arguments);
    try {
      ParseResult start =
          GasCli.commandLine().parseArgs(line.toArray(String[]::new)).subcommand().subcommand();
      return start.commandSpec().userObject() instanceof StartCommand command
          ? new ChosenSettings(command.file(), SettingFlags.given(start.commandSpec()))
          : new ChosenSettings(Optional.empty(), Map.of());
    } catch (ParameterException ofAnotherVersion) {
      return new ChosenSettings(Optional.empty(), Map.of());
    }
  }

  /** These, and the newer ones where both speak. */
  ChosenSettings and(ChosenSettings newer) {
    Map<String, String> both = new LinkedHashMap<>(flags);
    both.putAll(newer.flags);
    return new ChosenSettings(newer.file.or(() -> file), both);
  }

  /** The same on that port. */
  ChosenSettings onPort(int port) {
    return and(
        new ChosenSettings(Optional.empty(), Map.of("BT_AXON_PORT", Integer.toString(port))));
  }

  /** As arguments of {@code generator run}. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    file.ifPresent(path -> arguments.addAll(List.of("--env-file", path.toString())));
    for (Setting setting : Settings.all()) {
      if (flags.containsKey(setting.name())) {
        arguments.add(setting.flag() + "=" + flags.get(setting.name()));
      }
    }
    return arguments;
  }
}
