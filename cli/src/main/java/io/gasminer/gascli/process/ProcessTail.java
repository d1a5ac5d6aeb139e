package io.gasminer.gascli.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Owns what was added to the process's log since a moment.
 *
 * @param from where the file ended then
 */
record ProcessTail(Path file, long from) {
  private static final int LARGEST = 64 * 1024;

  static ProcessTail fromNow(Path file) {
    try {
      return new ProcessTail(file, Files.exists(file) ? Files.size(file) : 0);
    } catch (IOException unreadable) {
      return new ProcessTail(file, 0);
    }
  }

  /** The last lines that the miner's process printed since; the supervisor's own are left out. */
  List<String> last(int most) {
    try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
      long end = content.length();
      long start = Math.max(Math.min(from, end), end - LARGEST);
      byte[] bytes = new byte[(int) (end - start)];
      content.seek(start);
      content.readFully(bytes);
      List<String> lines =
          new String(bytes, StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.contains("Z supervisor: "))
              .toList();
      return lines.subList(Math.max(0, lines.size() - most), lines.size());
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
