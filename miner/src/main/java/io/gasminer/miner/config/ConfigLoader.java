package io.gasminer.miner.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns the way from flags, environment and file to a {@link MinerConfig}, or to all problems at
 * once.
 */
public final class ConfigLoader {
  private ConfigLoader() {}

  /** What loading ended in. */
  public sealed interface Outcome {
    /** Everything is in order. */
    record Loaded(MinerConfig config) implements Outcome {}

    /** What is wrong, each with what to do; starting again without a change will not help. */
    record Problems(List<String> problems, Map<String, MinerConfig.Origin> values)
        implements Outcome {}
  }

  /** What could be read, and what is wrong with it. */
  public record Examined(MinerConfig config, List<String> problems) {
    public Examined {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Loads the configuration.
   *
   * @param flags values from the command line, by setting name; they win over everything
   * @param environment the process's environment; it wins over the file
   * @param file the text of {@code .env.gen_miner}, if there is one
   * @param base the folder that relative paths start from
   */
  public static Outcome load(
      Map<String, String> flags,
      Map<String, String> environment,
      Optional<String> file,
      Path base) {
    Examined examined = examine(flags, environment, file, base);
    return examined.problems().isEmpty()
        ? new Outcome.Loaded(examined.config())
        : new Outcome.Problems(examined.problems(), examined.config().values());
  }

  /**
   * Reads everything that can be read, whatever else is wrong; the arguments are those of {@link
   * #load}. For looking only: where there are problems, rows of this configuration are stand-ins.
   */
  public static Examined examine(
      Map<String, String> flags,
      Map<String, String> environment,
      Optional<String> file,
      Path base) {
    List<String> problems = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Map<String, String> fromFile = EnvFile.parse(file.orElse(""), problems);
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, MinerConfig.Origin> origins = new LinkedHashMap<>();
    for (Setting setting : Settings.all()) {
      Optional<String> flag = in(flags, setting);
      Optional<String> variable = in(environment, setting);
      Optional<String> line = in(fromFile, setting);
      String source =
          flag.isPresent()
              ? "flag"
              : variable.isPresent() ? "environment" : line.isPresent() ? "file" : "default";
      String value = flag.or(() -> variable).or(() -> line).orElse(setting.standard());
      if (!source.equals("default")) {
        values.put(setting.name(), value);
      }
      origins.put(setting.name(), new MinerConfig.Origin(shown(setting, value), source));
    }
    fromFile.keySet().stream()
        .filter(key -> Settings.named(key).isEmpty())
        .forEach(key -> UnknownKey.report(key, problems, notes));
    return new Examined(
        ConfigReading.read(new Values(values, base, problems), origins, notes), problems);
  }

  /**
   * The wallet alone, for commands that need nothing else and run before the rest is filled in; the
   * arguments are those of {@link #load}.
   */
  public static WalletSettings wallet(
      Map<String, String> flags,
      Map<String, String> environment,
      Optional<String> file,
      Path base) {
    List<String> ignored = new ArrayList<>();
    return ConfigReading.wallet(new Values(found(flags, environment, file), base, ignored));
  }

  /**
   * Wallet, chain and address alone, for commands that only speak with the chain; the arguments are
   * those of {@link #load}.
   *
   * @param problems takes what is wrong with these rows
   */
  public static MinerConfig.Chain chain(
      Map<String, String> flags,
      Map<String, String> environment,
      Optional<String> file,
      Path base,
      List<String> problems) {
    return ChainReading.chain(new Values(found(flags, environment, file), base, problems));
  }

  /**
   * What making media takes, alone, for commands that neither listen nor speak with the chain; the
   * arguments are those of {@link #load}.
   *
   * @param problems takes what is wrong with these rows
   */
  public static MinerConfig.Making making(
      Map<String, String> flags,
      Map<String, String> environment,
      Optional<String> file,
      Path base,
      List<String> problems) {
    return ConfigReading.making(new Values(found(flags, environment, file), base, problems));
  }

  /**
   * Where things are kept alone, for commands that look after a miner whose other settings may be
   * broken; the arguments are those of {@link #load}.
   *
   * @param problems takes what is wrong with these rows
   */
  public static MinerConfig.Storage storage(
      Map<String, String> flags,
      Map<String, String> environment,
      Optional<String> file,
      Path base,
      List<String> problems) {
    return ConfigReading.storage(new Values(found(flags, environment, file), base, problems));
  }

  private static Map<String, String> found(
      Map<String, String> flags, Map<String, String> environment, Optional<String> file) {
    Map<String, String> fromFile = EnvFile.parse(file.orElse(""), new ArrayList<>());
    Map<String, String> values = new LinkedHashMap<>();
    for (Setting setting : Settings.all()) {
      in(flags, setting)
          .or(() -> in(environment, setting))
          .or(() -> in(fromFile, setting))
          .ifPresent(value -> values.put(setting.name(), value));
    }
    return values;
  }

  private static Optional<String> in(Map<String, String> values, Setting setting) {
    return Optional.ofNullable(values.get(setting.name()))
        .or(
            () ->
                setting.aliases().stream().filter(values::containsKey).map(values::get).findFirst())
        .filter(value -> !value.isBlank());
  }

  private static String shown(Setting setting, String value) {
    if (setting.secret()) {
      return value.isBlank() ? "not configured" : "configured";
    }
    // A database address may carry a password, and what follows a node's host may be a key.
    return value
        .replaceAll("(?i)(password=)[^&]*|(//[^:/@]+:)[^@]*(?=@)", "$1$2•••")
        .replaceAll("(?i)(wss?://[^/,\\s]+)/[^,\\s]+", "$1/•••");
  }
}
