package io.gasminer.gascli.takeover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Owns the counting of what the known miner has made and kept; none of it is moved. */
final class KeptMedia {
  private static final int MOST = 1_000_000;

  private KeptMedia() {}

  /** What there is below the folder, or empty when there is nothing. */
  static Optional<Item> in(Path output, Path ours) {
    long files = 0;
    long bytes = 0;
    for (String kind : List.of("image", "video")) {
      try (Stream<Path> all = Files.list(output.resolve(kind))) {
        for (Path file : all.limit(MOST).filter(Files::isRegularFile).toList()) {
          if (!file.toString().endsWith(".json")) {
            files++;
            bytes += Files.size(file);
          }
        }
      } catch (IOException noneOrUnreadable) {
        // What cannot be listed is not counted.
      }
    }
    if (files == 0) {
      return Optional.empty();
    }
    String what = "%d files, %d MiB, in %s".formatted(files, bytes >> 20, output);
    return Optional.of(
        output.equals(ours)
            ? new Item("media", what, Item.Fate.HERE, "this miner keeps its copies there too")
            : new Item(
                "media",
                what,
                Item.Fate.LEFT,
                "they stay there; copies of this miner go to " + ours));
  }
}
