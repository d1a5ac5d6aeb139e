package io.gasminer.gascli.process;

import io.gasminer.miner.task.Pause;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Owns what is shown of the miner's log and of what its process printed.
 *
 * @param log the file that the miner writes now
 * @param processLog what its supervisor did and its process printed
 */
public record LogView(Path log, Path processLog) {
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final int MOST_OF_THE_PROCESS = 20;

  /** Prints the last lines; whether there was anything to print from. */
  public boolean show(int lines, PrintWriter out) throws IOException {
    boolean any = Files.exists(log) || Files.exists(processLog);
    last(lines).forEach(out::println);
    if (processTellsTheEnd()) {
      List<String> printed = LogEnd.of(processLog, Math.min(lines, MOST_OF_THE_PROCESS));
      if (!printed.isEmpty()) {
        out.println("--- the process itself (" + processLog + ") ---");
        printed.forEach(out::println);
      }
    }
    out.flush();
    return any;
  }

  /** Prints what is added, until the thread is interrupted or nobody reads any more. */
  public int follow(PrintWriter out, Pause pause) throws IOException, InterruptedException {
    try (GrowingFile miner = GrowingFile.fromItsEnd(log);
        GrowingFile process = GrowingFile.fromItsEnd(processLog)) {
      while (!out.checkError()) {
        process.readOn(out::println);
        miner.readOn(out::println);
        pause.forAbout(LOOK_EVERY);
      }
      return 0;
    }
  }

  private List<String> last(int count) throws IOException {
    List<String> lines = new ArrayList<>(LogEnd.of(log, count));
    for (Path older : OlderLogs.beside(log)) {
      if (lines.size() >= count) {
        break;
      }
      lines.addAll(0, OlderLogs.end(older, count - lines.size()));
    }
    return lines;
  }

  private boolean processTellsTheEnd() throws IOException {
    return Files.exists(processLog)
        && (!Files.exists(log)
            || Files.getLastModifiedTime(processLog).compareTo(Files.getLastModifiedTime(log)) > 0);
  }
}
