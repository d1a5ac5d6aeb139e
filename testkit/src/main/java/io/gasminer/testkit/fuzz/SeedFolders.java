package io.gasminer.testkit.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Owns the folders of seeds that Jazzer begins with; {@code tools/fuzz} has them written. */
public final class SeedFolders {
  private SeedFolders() {}

  /** Writes the seeds of every target, a folder each, below the folder that is named. */
  public static void main(String[] arguments) throws IOException {
    for (FuzzTarget each : FuzzTargets.found()) {
      Path folder = Files.createDirectories(Path.of(arguments[0], each.name()));
      List<byte[]> seeds = each.seeds();
      for (int i = 0; i < seeds.size(); i++) {
        Files.write(folder.resolve("seed-" + i), seeds.get(i));
      }
    }
  }
}
