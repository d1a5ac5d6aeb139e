package io.gasminer.gascli.status;

import io.gasminer.gascli.charge.ProcessFiles;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Owns the measuring of one process: begun, then read a moment later.
 *
 * <p>Memory comes from {@code /proc}, else from {@code ps}; time from what Java knows.
 */
final class Meter {
  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s*(\\d{1,15}) kB$");
  private static final long KIBI = 1024;

  private final ProcessFiles files;
  private final long pid;
  private final Optional<Duration> before;
  private final long begun = System.nanoTime();

  Meter(ProcessFiles files, long pid) {
    this.files = files;
    this.pid = pid;
    this.before = cpu();
  }

  /** How long this measures already. */
  Duration running() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  Usage read(Instant now) {
    Optional<Duration> uptime =
        ProcessHandle.of(pid)
            .flatMap(handle -> handle.info().startInstant())
            .map(start -> Duration.between(start, now))
            .map(span -> span.isNegative() ? Duration.ZERO : span);
    Optional<Duration> after = cpu();
    Duration measured = running();
    return new Usage(
        pid,
        uptime,
        before.flatMap(first -> after.flatMap(last -> share(last.minus(first), measured))),
        after.flatMap(all -> uptime.flatMap(span -> share(all, span))),
        memory());
  }

  private Optional<Duration> cpu() {
    return ProcessHandle.of(pid).flatMap(handle -> handle.info().totalCpuDuration());
  }

  private static Optional<Double> share(Duration used, Duration of) {
    return of.toMillis() < 1
        ? Optional.empty()
        : Optional.of(Math.max(0, Math.round(1000.0 * used.toNanos() / of.toNanos()) / 10.0));
  }

  private Optional<Long> memory() {
    Optional<String> text = files.hasFiles() ? files.text(pid, "status") : Optional.empty();
    return text.map(RESIDENT::matcher)
        .filter(Matcher::find)
        .map(found -> Long.parseLong(found.group(1)))
        .or(() -> files.hasFiles() ? Optional.empty() : asked())
        .map(kibibytes -> kibibytes * KIBI);
  }

  private Optional<Long> asked() {
    try {
      Process ps =
          new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid))
              .redirectInput(new File("/dev/null"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (InputStream out = ps.getInputStream()) {
        return Optional.of(new String(out.readNBytes(64), StandardCharsets.US_ASCII).strip())
            .filter(digits -> digits.matches("\\d{1,15}"))
            .map(Long::parseLong);
      } finally {
        ps.destroyForcibly();
      }
    } catch (IOException noSuchProgram) {
      return Optional.empty();
    }
  }
}
