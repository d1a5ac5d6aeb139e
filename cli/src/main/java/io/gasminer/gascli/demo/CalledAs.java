package io.gasminer.gascli.demo;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Owns how gascli was called, so that what can be typed next is told in the same words.
 *
 * @param launcher the path of the launcher as the shell took it
 * @param folders where the shell looks for commands
 */
record CalledAs(String launcher, String folders) {
  /** The words for this process; the plain name where no launcher started it. */
  static String thisTime() {
    String folders = System.getenv().getOrDefault("PATH", "");
    return new CalledAs(System.getProperty("gasminer.called", "gascli"), folders).words();
  }

  /** {@code gascli} where that finds this launcher, else the path of it. */
  String words() {
    Path path = Path.of(launcher);
    String name = String.valueOf(path.getFileName());
    return Stream.of(folders.split(File.pathSeparator))
        .map(folder -> Path.of(folder).resolve(name))
        .filter(Files::isExecutable)
        .findFirst()
        .filter(path::equals)
        .map(_ -> name)
        .orElse(launcher);
  }
}
