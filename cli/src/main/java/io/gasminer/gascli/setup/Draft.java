package io.gasminer.gascli.setup;

import io.gasminer.miner.config.ConfigLoader;
import io.gasminer.miner.config.EnvText;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.config.Secret;
import io.gasminer.miner.config.Setting;
import io.gasminer.miner.config.Settings;
import io.gasminer.miner.config.WalletSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns the configuration while it is being answered: what the file says, and the answers so far.
 *
 * <p>For one thread. Its text holds keys, so it has no {@code toString}.
 */
final class Draft {
  private final EnvText before;
  private final Path folder;
  private final Map<String, String> environment;
  private final Map<String, String> answers = new LinkedHashMap<>();

  /**
   * A draft without answers.
   *
   * @param before the file as it is, or the template
   * @param folder where relative paths start
   * @param environment of this process, which may hold the wallet's password
   */
  Draft(EnvText before, Path folder, Map<String, String> environment) {
    this.before = before;
    this.folder = folder;
    this.environment = environment;
  }

  /** The answer, else the file's value; empty where neither says anything. */
  Optional<String> given(String name) {
    String answer = answers.get(name);
    return answer == null
        ? before.value(setting(name))
        : Optional.of(answer).filter(value -> !value.isBlank());
  }

  /** The same, else the default. */
  String value(String name) {
    return given(name).orElseGet(() -> setting(name).standard());
  }

  Optional<Secret> secret(String name) {
    return given(name).map(Secret::new);
  }

  void answer(String name, String value) {
    answers.put(name, value);
  }

  void answer(String name, Secret value) {
    answers.put(name, value.reveal());
  }

  /** The answers that say something else than the file. */
  Map<String, String> changes() {
    Map<String, String> changes = new LinkedHashMap<>();
    answers.forEach(
        (name, value) -> {
          String known = before.value(setting(name)).orElse("");
          boolean standard = known.isEmpty() && value.equals(setting(name).standard());
          if (!value.equals(known) && !standard) {
            changes.put(name, value);
          }
        });
    return changes;
  }

  EnvText before() {
    return before;
  }

  EnvText after() {
    return before.with(changes());
  }

  Path folder() {
    return folder;
  }

  /** The path that a value means. */
  Path path(String value) {
    return value.startsWith("~/")
        ? Path.of(System.getProperty("user.home"), value.substring(2))
        : folder.resolve(value).normalize();
  }

  WalletSettings wallet() {
    Map<String, String> password = new LinkedHashMap<>(environment);
    password.keySet().retainAll(List.of("BT_WALLET_PASSWORD"));
    return ConfigLoader.wallet(Map.of(), password, text(), folder);
  }

  MinerConfig.Chain chain(List<String> problems) {
    return ConfigLoader.chain(Map.of(), Map.of(), text(), folder, problems);
  }

  /** Where a vendor is; empty where the setting is no address. */
  Optional<URI> base(String name) {
    try {
      URI uri = URI.create(value(name).strip().replaceAll("/$", ""));
      return Optional.of(uri).filter(one -> String.valueOf(one.getScheme()).startsWith("http"));
    } catch (IllegalArgumentException notAUri) {
      return Optional.empty();
    }
  }

  private Optional<String> text() {
    return Optional.of(after().text());
  }

  private static Setting setting(String name) {
    return Settings.named(name).orElseThrow();
  }
}
