package io.gasminer.gascli.setup;

import io.gasminer.bittensor.wallet.LooseMode;
import io.gasminer.miner.config.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Owns the reading of keys that are given as files, or on the input.
 *
 * @param input where {@code -} reads
 */
record KeyFiles(InputStream input, List<String> problems, List<String> notes) {
  private static final int LARGEST = 4096;

  /** The first line of the file, or empty with the problem added. */
  Optional<Secret> read(String file) {
    try {
      if (file.equals("-")) {
        return firstLine("the input", input);
      }
      LooseMode.of(Path.of(file))
          .ifPresent(
              loose ->
                  notes.add(
                      "others on this machine may read %s (%s), where a key is. Next step: chmod 600 %s"
                          .formatted(file, loose.mode(), file)));
      try (InputStream content = Files.newInputStream(Path.of(file))) {
        return firstLine(file, content);
      }
    } catch (IOException | java.nio.file.InvalidPathException unreadable) {
      problems.add(
          "the key in " + file + " cannot be read (" + unreadable.getClass().getSimpleName() + ")");
      return Optional.empty();
    }
  }

  private Optional<Secret> firstLine(String from, InputStream content) throws IOException {
    byte[] bytes = content.readNBytes(LARGEST + 1);
    String text = new String(bytes, StandardCharsets.UTF_8);
    Arrays.fill(bytes, (byte) 0);
    Optional<String> line =
        bytes.length > LARGEST
            ? Optional.empty()
            : text.lines().map(String::strip).findFirst().filter(key -> !key.isEmpty());
    if (line.isEmpty()) {
      problems.add(from + " holds no key in its first line");
    }
    return line.map(Secret::new);
  }
}
