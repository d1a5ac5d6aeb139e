package io.gasminer.gascli.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Owns the removal of what the supervision has left: its own folder and nothing beside it.
 *
 * @param folder the folder that goes
 */
public record Traces(Path folder) {
  /** Those of that state folder. */
  public static Traces in(Path stateDir) {
    return new Traces(ProcessFolder.in(stateDir).path());
  }

  /** Removes the folder and the files in it; it holds no folders. */
  public void remove() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
