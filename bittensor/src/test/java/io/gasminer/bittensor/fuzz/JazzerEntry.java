package io.gasminer.bittensor.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Owns the way in for Jazzer, which calls these methods by their names; {@code tools/fuzz} starts
 * it.
 */
public final class JazzerEntry {
  private static FuzzTarget target = FuzzTarget.all().getLast();

  private JazzerEntry() {}

  /** Takes the target's name. */
  public static void fuzzerInitialize(String[] arguments) {
    target =
        FuzzTarget.all().stream()
            .filter(each -> each.name().equals(arguments[0]))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no target " + arguments[0]));
  }

  /** Feeds one input. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    target.feed(input);
  }

  /** Writes the seeds of every target, a folder each, below the folder that is named. */
  public static void main(String[] arguments) throws IOException {
    for (FuzzTarget each : FuzzTarget.all()) {
      Path folder = Files.createDirectories(Path.of(arguments[0], each.name()));
      List<byte[]> seeds = each.seeds();
      for (int i = 0; i < seeds.size(); i++) {
        Files.write(folder.resolve("seed-" + i), seeds.get(i));
      }
    }
  }
}
