package io.gasminer.gascli.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Owns the miner's process, whether this supervisor has started it or found it.
 *
 * @param child the process as its parent sees it; empty where another one was its parent
 */
record WatchedMiner(ProcessHandle process, Instant startedAt, Optional<Process> child) {
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  /** Starts it; what it prints goes to that file. */
  static WatchedMiner start(List<String> command, Map<String, String> environment, Path prints)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectInput(new File("/dev/null"));
    builder.redirectErrorStream(true);
    // The file itself and no pipe: the miner outlives a supervisor that is killed.
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(prints.toFile()));
    Process started = builder.start();
    return new WatchedMiner(started.toHandle(), began(started.toHandle()), Optional.of(started));
  }

  /** One that runs already; empty when it does not. */
  static Optional<WatchedMiner> adopt(long pid) {
    return ProcessHandle.of(pid)
        .filter(Living::runs)
        .map(process -> new WatchedMiner(process, began(process), Optional.empty()));
  }

  private static Instant began(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  boolean runs() {
    return child.map(Process::isAlive).orElseGet(() -> Living.runs(process));
  }

  int exitCode() {
    return child.map(Process::exitValue).orElse(RestartPolicy.UNKNOWN);
  }

  /** Waits a moment, or until it has ended, or until the latch opens; whether it still runs. */
  boolean runsOn(CountDownLatch until) throws InterruptedException {
    return !until.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS) && runs();
  }

  /** Asks it to stop and waits; makes it when it does not. Whether it stopped by itself. */
  boolean stop(Duration within) throws InterruptedException {
    process.destroy();
    if (endsWithin(within)) {
      return true;
    }
    process.destroyForcibly();
    endsWithin(within);
    return false;
  }

  private boolean endsWithin(Duration limit) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    for (long left = limit.dividedBy(LOOK_EVERY); left > 0; left--) {
      if (!runsOn(never)) {
        return true;
      }
    }
    return !runs();
  }
}
