package io.gasminer.gascli.rehearsal;

import io.gasminer.miner.task.Pause;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** Owns the following of a log file on a virtual thread, line by line, until it is closed. */
public final class LogTail implements AutoCloseable {
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final int AT_ONCE = 1024 * 1024;

  private final Path file;
  private final Consumer<LogLine> reader;
  private final Thread thread;
  private final StringBuilder rest = new StringBuilder();
  private long position;

  /** Follows the file from its beginning; {@code reader} is called on one thread. */
  public LogTail(Path file, Pause pause, Consumer<LogLine> reader) {
    this.file = file;
    this.reader = reader;
    this.thread = Thread.ofVirtual().name("log-tail").start(() -> follow(pause));
  }

  private void follow(Pause pause) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        readOn();
        pause.forAbout(LOOK_EVERY);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (IOException gone) {
      // The demo goes on without the miner's words; what is delivered decides.
    }
  }

  private void readOn() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      if (log.length() < position) {
        // At midnight another file takes this one's name.
        position = 0;
      }
      byte[] bytes = new byte[(int) Math.min(log.length() - position, AT_ONCE)];
      log.seek(position);
      log.readFully(bytes);
      position += bytes.length;
      rest.append(new String(bytes, StandardCharsets.UTF_8));
    }
    int end;
    while ((end = rest.indexOf("\n")) >= 0) {
      LogLine.parse(rest.substring(0, end)).ifPresent(reader);
      rest.delete(0, end + 1);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
