package io.gasminer.gascli.charge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Owns what the system tells of processes: the files below {@code /proc}, and what Java knows where
 * there are none. Immutable, thread-safe.
 *
 * @param proc the folder with a folder for each process
 */
public record ProcessFiles(Path proc) {
  private static final int LARGEST = 256 * 1024;
  private static final Pattern PARENT = Pattern.compile("(?m)^PPid:\\s*(\\d+)$");

  /** Those of this system. */
  public static ProcessFiles ofThisSystem() {
    return new ProcessFiles(Path.of("/proc"));
  }

  /** Whether the process is there; one that only waits to be collected is not. */
  public boolean isThere(long pid) {
    if (hasFiles()) {
      return text(pid, "status").filter(status -> !status.contains("State:\tZ")).isPresent();
    }
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  /** Whether the system keeps such files at all. */
  public boolean hasFiles() {
    return Files.isDirectory(proc.resolve("self")) || Files.exists(proc.resolve("locks"));
  }

  /** A file of the process; empty where it is not there or not for this user. */
  public Optional<String> text(long pid, String file) {
    return text(proc.resolve(Long.toString(pid)).resolve(file));
  }

  /** A file that is of no process. */
  public Optional<String> text(String file) {
    return text(proc.resolve(file));
  }

  /** The arguments that the process was started with, the program first. */
  public List<String> commandLine(long pid) {
    if (hasFiles()) {
      return text(pid, "cmdline")
          .map(line -> Arrays.stream(line.split("\0")).filter(part -> !part.isEmpty()).toList())
          .orElse(List.of());
    }
    return ProcessHandle.of(pid)
        .flatMap(handle -> handle.info().commandLine())
        .map(line -> List.of(line.split(" ")))
        .orElse(List.of());
  }

  /** Who started it, or who took it over from whom that was. */
  public Optional<Long> parent(long pid) {
    if (hasFiles()) {
      return text(pid, "status")
          .map(PARENT::matcher)
          .filter(Matcher::find)
          .flatMap(found -> number(found.group(1)))
          .filter(parent -> parent > 0);
    }
    return ProcessHandle.of(pid).flatMap(ProcessHandle::parent).map(ProcessHandle::pid);
  }

  /** What it was started with in its environment; nothing where that is not for this user. */
  public Map<String, String> environment(long pid) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String line : text(pid, "environ").orElse("").split("\0")) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        variables.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return variables;
  }

  private static Optional<Long> number(String digits) {
    return digits.length() > 10 ? Optional.empty() : Optional.of(Long.parseLong(digits));
  }

  private static Optional<String> text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8));
    } catch (IOException notThereOrNotForUs) {
      return Optional.empty();
    }
  }
}
