package io.gasminer.gascli.setup;

import io.gasminer.miner.config.ConfigLoader;
import io.gasminer.miner.config.EnvText;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.config.Setting;
import io.gasminer.miner.config.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns what changes between two texts of settings, as it may be shown: no secret is in it.
 *
 * @param folder where relative paths start
 */
public record Difference(EnvText before, EnvText after, Path folder) {
  /** A line a change: {@code NAME: before → after}. */
  public List<String> lines() {
    Map<String, MinerConfig.Origin> old = values(before);
    Map<String, MinerConfig.Origin> fresh = values(after);
    List<String> lines = new ArrayList<>();
    for (Setting setting : Settings.all()) {
      Optional<String> was = before.value(setting);
      Optional<String> is = after.value(setting);
      if (!was.equals(is)) {
        lines.add(
            "%s: %s → %s"
                .formatted(
                    setting.name(),
                    shown(setting, was, old),
                    setting.secret() && was.isPresent() && is.isPresent()
                        ? "another one"
                        : shown(setting, is, fresh)));
      }
    }
    return lines;
  }

  /** Why the miner would not start with what is after. */
  public List<String> problems() {
    return loaded(after) instanceof ConfigLoader.Outcome.Problems(var problems, var values)
        ? problems
        : List.of();
  }

  private static String shown(
      Setting setting, Optional<String> value, Map<String, MinerConfig.Origin> values) {
    if (value.isEmpty() && !setting.secret()) {
      return setting.standard().isEmpty() ? "not set" : setting.standard() + " (default)";
    }
    return Optional.ofNullable(values.get(setting.name()))
        .map(MinerConfig.Origin::shown)
        .orElse("not set");
  }

  private Map<String, MinerConfig.Origin> values(EnvText text) {
    return switch (loaded(text)) {
      case ConfigLoader.Outcome.Loaded(MinerConfig config) -> config.values();
      case ConfigLoader.Outcome.Problems(var problems, var values) -> values;
    };
  }

  private ConfigLoader.Outcome loaded(EnvText text) {
    return ConfigLoader.load(Map.of(), Map.of(), Optional.of(text.text()), folder);
  }
}
