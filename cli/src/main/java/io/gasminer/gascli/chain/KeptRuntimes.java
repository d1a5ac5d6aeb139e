package io.gasminer.gascli.chain;

import io.gasminer.bittensor.chain.RuntimeFolder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Owns where commands keep what they learned of runtimes: in the user's cache folder, or where the
 * system property {@code gasminer.cache} says, so that tests leave that alone.
 */
final class KeptRuntimes {
  private KeptRuntimes() {}

  static RuntimeFolder ofThisUser() {
    Optional<Path> cache =
        Stream.of(
                Optional.ofNullable(System.getProperty("gasminer.cache"))
                    .map(folder -> Path.of(folder).toAbsolutePath()),
                Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).map(Path::of),
                Optional.ofNullable(System.getProperty("user.home"))
                    .map(home -> Path.of(home, ".cache")))
            .flatMap(Optional::stream)
            .filter(Path::isAbsolute)
            .findFirst();
    return cache
        .map(folder -> folder.resolve("gas-miner").resolve("runtimes"))
        .map(folder -> RuntimeFolder.at(folder, InstantSource.system()))
        .orElseGet(RuntimeFolder::none);
  }
}
