package io.gasminer.gascli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogViewTest {
  @TempDir private Path temp;
  private Path log;
  private Path processLog;

  @BeforeEach
  void aFolder() throws IOException {
    log = Files.createDirectory(temp.resolve("logs")).resolve("gas-miner.log");
    processLog = temp.resolve("process.log");
  }

  @Test
  void theLastLinesComeFromTheEndOfAFileHoweverLongItsLines() throws IOException {
    List<String> lines =
        IntStream.range(0, 500).mapToObj(i -> i + " é".repeat(i * 7 % 900)).toList();
    Files.write(log, lines);
    for (int count : List.of(1, 2, 50, 499, 500, 501)) {
      assertThat(LogEnd.of(log, count))
          .as("%d lines", count)
          .isEqualTo(lines.subList(Math.max(0, 500 - count), 500));
    }
    append(log, "not yet ended");
    assertThat(LogEnd.of(log, 2)).containsExactly(lines.getLast(), "not yet ended");
  }

  @Test
  void afterMidnightTheLinesOfYesterdayAreShownToo() throws IOException {
    pack("gas-miner.2026-11-23.0.log.gz", "oldest");
    pack("gas-miner.2026-11-24.2.log.gz", "third", "fourth");
    pack("gas-miner.2026-11-24.10.log.gz", "fifth");
    append(log, "sixth\n");
    assertThat(shown(4)).containsExactly("third", "fourth", "fifth", "sixth");
    assertThat(shown(2)).containsExactly("fifth", "sixth");
  }

  @Test
  void whatTheProcessPrintedIsShownWhereTheLogDoesNotTellTheEnd() throws IOException {
    append(processLog, "java.lang.OutOfMemoryError\n");
    assertThat(shown(5)).anyMatch(line -> line.contains("OutOfMemoryError"));
    append(log, "serves\n");
    Files.setLastModifiedTime(processLog, FileTime.from(Instant.EPOCH));
    assertThat(shown(5)).containsExactly("serves");
  }

  @Test
  void whereNothingWasWrittenNothingIsShown() throws IOException {
    assertThat(new LogView(log, processLog).show(5, new PrintWriter(new StringWriter()))).isFalse();
  }

  @Test
  void aFollowerLosesNoLineWhenAnotherFileTakesTheName() throws IOException {
    append(log, "before\n");
    List<String> heard = new ArrayList<>();
    try (GrowingFile growing = GrowingFile.fromItsEnd(log)) {
      append(log, "one\ntw");
      growing.readOn(heard::add);
      append(log, "o\nthree\n");
      Files.move(log, log.resolveSibling("gas-miner.2026-11-24.0.log"));
      growing.readOn(heard::add);
      append(log, "four\n");
      growing.readOn(heard::add);
      append(log, "five\n");
      growing.readOn(heard::add);
    }
    assertThat(heard).containsExactly("one", "two", "three", "four", "five");
  }

  @Test
  void aFollowerWaitsForAFileThatIsNotThereAndGoesOnWithOneThatWasEmptied() throws IOException {
    List<String> heard = new ArrayList<>();
    try (GrowingFile growing = GrowingFile.fromItsEnd(log)) {
      growing.readOn(heard::add);
      append(log, "first of many\n");
      growing.readOn(heard::add);
      Files.writeString(log, "anew\n", StandardOpenOption.TRUNCATE_EXISTING);
      growing.readOn(heard::add);
    }
    assertThat(heard).containsExactly("first of many", "anew");
  }

  private List<String> shown(int lines) throws IOException {
    StringWriter paper = new StringWriter();
    new LogView(log, processLog).show(lines, new PrintWriter(paper));
    return paper.toString().lines().toList();
  }

  private void pack(String name, String... lines) throws IOException {
    try (OutputStream file =
        new GZIPOutputStream(Files.newOutputStream(log.resolveSibling(name)))) {
      file.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
