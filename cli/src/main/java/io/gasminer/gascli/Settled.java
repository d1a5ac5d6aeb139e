package io.gasminer.gascli;

import io.gasminer.bittensor.wallet.LooseMode;
import io.gasminer.miner.config.ConfigLoader;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.config.WalletSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * Owns where a command finds its configuration: the file, the environment, its flags.
 *
 * <p>Relative paths start from the folder of the file, wherever the command is typed.
 */
final class Settled {
  /** Marks a command that takes every setting as a flag. */
  interface Taking {}

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      description =
          "the file with the settings (default: .env.gen_miner beside gascli; 'generator info'"
              + " names it)")
  private Optional<Path> file = Optional.empty();

  /** The same of that file. */
  static Settled at(Optional<Path> file) {
    Settled settled = new Settled();
    settled.file = file;
    return settled;
  }

  /** The configuration in force, or what is wrong with it. */
  ConfigLoader.Outcome load(CommandSpec command) {
    return load(SettingFlags.given(command));
  }

  /** The same with these flags, by the settings' names. */
  ConfigLoader.Outcome load(Map<String, String> flags) {
    Path path = path();
    try {
      Optional<String> text =
          Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
      if (file.isPresent() && text.isEmpty()) {
        return problem(path + " does not exist; copy .env.gen_miner.template there and fill it in");
      }
      return ConfigLoader.load(flags, System.getenv(), text, path.resolveSibling(""));
    } catch (IOException unreadable) {
      return problem(path + " cannot be read (" + unreadable.getMessage() + ")");
    }
  }

  /**
   * Everything that can be read, even where settings are missing or wrong.
   *
   * @throws ParameterException when the file cannot be read
   */
  ConfigLoader.Examined examine(CommandSpec command) {
    return ConfigLoader.examine(
        SettingFlags.given(command), System.getenv(), text(command), path().resolveSibling(""));
  }

  /**
   * The wallet in force, even where other settings are missing or wrong.
   *
   * @throws ParameterException when the file cannot be read
   */
  WalletSettings wallet(CommandSpec command, Map<String, String> flags) {
    return ConfigLoader.wallet(flags, System.getenv(), text(command), path().resolveSibling(""));
  }

  /**
   * Wallet, chain and address in force, even where other settings are missing or wrong.
   *
   * @throws ParameterException when the file cannot be read, or these rows are wrong
   */
  MinerConfig.Chain chain(CommandSpec command, Map<String, String> flags) {
    List<String> problems = new ArrayList<>();
    MinerConfig.Chain chain = chain(command, flags, problems);
    if (!problems.isEmpty()) {
      throw new ParameterException(command.commandLine(), String.join("; ", problems));
    }
    return chain;
  }

  /**
   * What making media takes, even where wallet and chain are missing or wrong.
   *
   * @param problems takes what is wrong with these rows
   * @throws ParameterException when the file cannot be read
   */
  MinerConfig.Making making(CommandSpec command, List<String> problems) {
    return ConfigLoader.making(
        SettingFlags.given(command),
        System.getenv(),
        text(command),
        path().resolveSibling(""),
        problems);
  }

  /**
   * The same where they are wrong too: such rows then have their defaults.
   *
   * @param problems takes what is wrong
   * @throws ParameterException when the file cannot be read
   */
  MinerConfig.Chain chain(CommandSpec command, Map<String, String> flags, List<String> problems) {
    return ConfigLoader.chain(
        flags, System.getenv(), text(command), path().resolveSibling(""), problems);
  }

  /**
   * Where things are kept, even where other settings are missing or wrong.
   *
   * @param problems takes what is wrong with these rows
   * @throws ParameterException when the file cannot be read
   */
  MinerConfig.Storage storage(
      CommandSpec command, Map<String, String> flags, List<String> problems) {
    return ConfigLoader.storage(
        flags, System.getenv(), text(command), path().resolveSibling(""), problems);
  }

  /**
   * The same by the flags of the command itself, where nobody asks what is wrong.
   *
   * @throws ParameterException when the file cannot be read
   */
  MinerConfig.Storage storage(CommandSpec command) {
    return storage(command, SettingFlags.given(command), new ArrayList<>());
  }

  /** The file, where it was named or is there. */
  Optional<Path> file() {
    return file.isPresent() || Files.exists(path()) ? Optional.of(path()) : Optional.empty();
  }

  private Optional<String> text(CommandSpec command) {
    Path path = path();
    try {
      return file.isPresent() || Files.exists(path)
          ? Optional.of(Files.readString(path))
          : Optional.empty();
    } catch (IOException unreadable) {
      throw new ParameterException(
          command.commandLine(), "--env-file: " + path + " cannot be read (" + unreadable + ")");
    }
  }

  /** What to do about a file that others may read, when it holds keys or may come to. */
  Optional<String> looseMode() {
    return LooseMode.of(path())
        .map(
            loose ->
                "others on this machine may read %s (%s), where the API keys are. Next step: chmod 600 %s"
                    .formatted(loose.path(), loose.mode(), loose.path()));
  }

  Path path() {
    return file.map(Path::toAbsolutePath)
        .orElseGet(() -> Home.folder().resolve(".env.gen_miner"))
        .normalize();
  }

  private static ConfigLoader.Outcome problem(String text) {
    return new ConfigLoader.Outcome.Problems(List.of(text), Map.of());
  }
}
