package io.gasminer.gascli.demo;

import java.nio.file.Path;

/** Owns how a path is shown: as it can be typed where the command was typed, and short. */
final class Shown {
  private Shown() {}

  static String path(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
  }
}
