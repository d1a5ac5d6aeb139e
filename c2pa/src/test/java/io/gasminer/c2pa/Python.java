package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs scripts with the Python that {@code -Dgasminer.python} names, and with the one of {@code
 * -Dgasminer.python.newest}, which has the newest c2pa-python.
 */
public final class Python {
  private Python() {}

  /** Skips the test, saying so, where there is none. */
  public static void assumePresent() {
    assumeTrue(
        isThere(path()), "skipped: -Dgasminer.python names no Python with c2pa-python installed");
  }

  /** Those interpreters that are there. */
  static List<String> every() {
    return Stream.of(path(), System.getProperty("gasminer.python.newest", ""))
        .filter(Python::isThere)
        .toList();
  }

  private static boolean isThere(String interpreter) {
    return !interpreter.isEmpty() && Files.isExecutable(Path.of(interpreter));
  }

  /** What the script prints; it must end well. */
  public static String run(String script, String... arguments) throws Exception {
    return runWith(path(), script, arguments);
  }

  /** What the script prints when that interpreter runs it; it must end well. */
  static String runWith(String interpreter, String script, String... arguments) throws Exception {
    Path errors = Files.createTempFile("python", ".err");
    List<String> command = new ArrayList<>(List.of(interpreter, "-c", script));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
    Files.delete(errors);
    return printed;
  }

  private static String path() {
    return System.getProperty("gasminer.python", "");
  }
}
