package io.gasminer.gascli.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Owns the miner as a process of its own: {@code gascli generator run}. */
public final class MinerProcess {
  private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

  private final Process process;
  private final Path console;

  private MinerProcess(Process process, Path console) {
    this.process = process;
    this.console = console;
  }

  /** Starts the miner with the folder's settings, and with none from this environment. */
  public static MinerProcess start(RehearsalFolder folder) throws IOException {
    ProcessBuilder builder =
        GascliJvm.running(List.of("generator", "run", "--env-file", folder.envFile().toString()));
    builder.redirectErrorStream(true);
    // What earlier lives printed is kept, as an operator's journal keeps it.
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.console().toFile()));
    return new MinerProcess(builder.start(), folder.console());
  }

  /** The operating system's number for it. */
  public long pid() {
    return process.pid();
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** The end of what it printed. */
  public String lastWords() {
    try {
      List<String> lines = Files.readAllLines(console);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    } catch (IOException unreadable) {
      return "(it printed nothing that can be read)";
    }
  }

  /** Asks it to stop, and makes it when it does not within thirty seconds; its exit code. */
  public int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
    }
    return process.exitValue();
  }

  /** Ends it at once, as {@code kill -9} does, and waits until it is gone. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }
}
