package io.gasminer.gascli.takeover;

import io.gasminer.gascli.setup.EnvDisk;
import io.gasminer.miner.config.EnvText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Owns what is found of an installation of the known miner.
 *
 * @param places its settings; of a folder without a file of settings the defaults
 * @param file its file of settings, where there is one
 * @param stateFolders where its tasks may be, each once
 * @param stats its figures
 */
public record Installation(
    Places places, Optional<Path> file, List<Path> stateFolders, Path stats) {
  private static final int MOST_FILES = 10_000;

  /** What looking ended in. */
  public sealed interface Look {
    /** There is one. */
    record Found(Installation installation) implements Look {}

    /** There is none, or it cannot be read; with what to do. */
    record Nothing(String why) implements Look {}
  }

  /** Looks into a folder: the project root of the known miner. */
  public static Look in(Path folder, Path stats) {
    Path root = folder.toAbsolutePath().normalize();
    EnvDisk disk = new EnvDisk(root.resolve(".env.gen_miner"));
    return switch (disk.read()) {
      case EnvDisk.Reading.Unreadable(String reason) -> new Look.Nothing(reason);
      case EnvDisk.Reading.Read(Optional<String> text) -> {
        Places places = new Places(EnvText.of(text.orElse("")), root);
        List<Path> states =
            Stream.of(places.state(), root.resolve(".gen_miner_state"))
                .distinct()
                .filter(Files::isDirectory)
                .toList();
        yield text.isEmpty() && states.isEmpty()
            ? new Look.Nothing(
                root
                    + " holds neither .env.gen_miner nor .gen_miner_state. Next step: name the"
                    + " folder of the miner that is to be taken over: gascli import FOLDER")
            : new Look.Found(new Installation(places, text.map(any -> disk.path()), states, stats));
      }
    };
  }

  /** The files of its tasks, at most ten thousand. */
  List<Path> taskFiles() {
    List<Path> all = new ArrayList<>();
    for (Path folder : stateFolders) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> file.getFileName().toString().endsWith(".json"))
            // This miner's own, where the two share a folder.
            .filter(file -> !file.getFileName().toString().matches("(webhook_stats|metagraph-).*"))
            .sorted()
            .limit(MOST_FILES)
            .forEach(all::add);
      } catch (IOException unreadable) {
        // Nothing can be taken from there, and the report shows no task of it.
      }
    }
    return all;
  }
}
