package io.gasminer.gascli;

import java.nio.file.Path;

/**
 * Owns the folder of the settings, as the launcher tells it: where gascli stands, or where its user
 * may write when that is not there.
 */
final class Home {
  private Home() {}

  static Path folder() {
    return Path.of(System.getProperty("gasminer.home", ".")).toAbsolutePath().normalize();
  }
}
