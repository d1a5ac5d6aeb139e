package io.gasminer.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds what is not part of the repository; a test that needs what is absent is skipped. */
final class Borrowed {
  private Borrowed() {}

  /** A file of the folder that {@code -Dgasminer.shared} names. */
  static Path shared(String name) {
    String shared = System.getProperty("gasminer.shared", "");
    Path file = Path.of(shared, name);
    assumeTrue(
        !shared.isEmpty() && Files.exists(file),
        "skipped: -Dgasminer.shared names no folder with " + name);
    return file;
  }

  /** The interpreter that {@code -Dgasminer.python} names. */
  static String python() {
    String python = System.getProperty("gasminer.python", "");
    assumeTrue(
        !python.isEmpty() && Files.isExecutable(Path.of(python)),
        "skipped: -Dgasminer.python names no Python with c2pa-python installed");
    return python;
  }
}
