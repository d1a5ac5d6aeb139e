package io.gasminer.gascli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Owns the question whether a process that is known by its number still runs, and is the same. */
final class Living {
  // The system reckons a process's start from the clock as it stands, which is set now and then.
  private static final Duration CLOCK_WAS_SET = Duration.ofSeconds(10);

  private Living() {}

  /** Whether it runs; one that has ended and that nobody has taken note of does not. */
  static boolean runs(ProcessHandle process) {
    return process.isAlive() && !isZombie(process.pid());
  }

  /** The process that had this number at that time, if it still runs. */
  static Optional<ProcessHandle> of(long pid, Instant startedAt) {
    return ProcessHandle.of(pid)
        .filter(Living::runs)
        .filter(
            process ->
                process
                    .info()
                    .startInstant()
                    .map(
                        start ->
                            Duration.between(start, startedAt).abs().compareTo(CLOCK_WAS_SET) <= 0)
                    .orElse(true));
  }

  /** The process that wrote its number into this file while it held this lock, if it still does. */
  static Optional<ProcessHandle> holding(Path pidFile, Path lockFile) {
    try {
      String pid = Files.readString(pidFile).strip();
      if (!pid.matches("\\d{1,10}")) {
        return Optional.empty();
      }
      Instant written = Files.getLastModifiedTime(pidFile).toInstant();
      return ProcessHandle.of(Long.parseLong(pid))
          .filter(Living::runs)
          .filter(
              process ->
                  process
                      .info()
                      .startInstant()
                      .map(start -> start.isBefore(written.plus(CLOCK_WAS_SET)))
                      .orElse(true))
          // Last, and only for a process that lives: asking touches the lock for a moment.
          .filter(process -> FileClaim.isHeld(lockFile));
    } catch (IOException nobody) {
      return Optional.empty();
    }
  }

  private static boolean isZombie(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      int name = stat.lastIndexOf(')');
      return name >= 0 && stat.startsWith(" Z", name + 1);
    } catch (IOException noSuchSystem) {
      return false;
    }
  }
}
