package io.gasminer.gascli.doctor;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Owns how many more files a file system takes, which Java does not tell: {@code df -Pi} does. */
final class FreeFiles {
  private static final int SECONDS = 3;
  private static final int FREE = 3;
  private static final int COLUMNS = 6;

  private FreeFiles() {}

  static OptionalLong of(Path folder) {
    try {
      Process df =
          new ProcessBuilder("df", "-Pi", "--", folder.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (BufferedReader lines = df.inputReader(StandardCharsets.UTF_8)) {
        if (!df.waitFor(SECONDS, TimeUnit.SECONDS)) {
          return OptionalLong.empty();
        }
        return read(lines.lines().limit(4).toList());
      } finally {
        df.destroyForcibly();
      }
    } catch (IOException notThere) {
      return OptionalLong.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return OptionalLong.empty();
    }
  }

  /**
   * The fourth column of the second line; file systems without a table of files show none of it.
   */
  static OptionalLong read(List<String> lines) {
    if (lines.size() < 2) {
      return OptionalLong.empty();
    }
    String[] columns = lines.get(1).strip().split(" +");
    if (columns.length < COLUMNS
        || !columns[FREE].matches("\\d{1,18}")
        || columns[1].matches("0+|-")) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(columns[FREE]));
  }
}
