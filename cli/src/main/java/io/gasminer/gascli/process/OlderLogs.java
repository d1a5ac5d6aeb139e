package io.gasminer.gascli.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Owns the log's files that were put aside by day and by size, as the miner names them. */
final class OlderLogs {
  private static final Pattern NAME =
      Pattern.compile("gas-miner\\.(\\d{4}-\\d\\d-\\d\\d)\\.(\\d{1,6})\\.log\\.gz");

  private OlderLogs() {}

  private record Aside(Path file, String day, int number) {}

  /** The newest first. */
  static List<Path> beside(Path log) throws IOException {
    Path folder = log.resolveSibling("");
    List<Aside> found = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "gas-miner.*.log.gz")) {
      for (Path file : files) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (name.matches()) {
          found.add(new Aside(file, name.group(1), Integer.parseInt(name.group(2))));
        }
      }
    }
    found.sort(Comparator.comparing(Aside::day).thenComparingInt(Aside::number).reversed());
    return found.stream().map(Aside::file).toList();
  }

  /** At most that many of its last lines; none where it is being written or removed just now. */
  static List<String> end(Path packed, int count) {
    ArrayDeque<String> lines = new ArrayDeque<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(packed)), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (lines.size() == count) {
          lines.removeFirst();
        }
        lines.addLast(line);
      }
      return List.copyOf(lines);
    } catch (IOException cutOff) {
      return List.of();
    }
  }
}
