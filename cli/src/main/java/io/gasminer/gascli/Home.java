package io.gasminer.gascli;

import java.nio.file.Path;

/** Owns the folder that gascli stands in, as its launcher tells it. */
final class Home {
  private Home() {}

  static Path folder() {
    return Path.of(System.getProperty("gasminer.home", ".")).toAbsolutePath().normalize();
  }
}
