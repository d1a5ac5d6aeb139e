package io.gasminer.gascli.doctor;

import io.gasminer.miner.config.ConfigLoader;
import io.gasminer.miner.config.MinerConfig;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Owns what is examined: the settings in force, as far as they can be read.
 *
 * @param file where settings are looked for
 * @param present whether that file is there
 * @param looseMode that others may read it
 */
public record Installation(
    Path file, boolean present, Optional<String> looseMode, ConfigLoader.Examined settings) {
  MinerConfig config() {
    return settings.config();
  }

  MinerConfig.Chain chain() {
    return settings.config().chain();
  }
}
