package io.gasminer.testkit.fuzz;

import java.io.IOException;

/**
 * Owns the way in for Jazzer, which calls the method by its name; {@code tools/fuzz} starts it, and
 * names the target in {@code -Dgasminer.fuzz.target}.
 */
public final class JazzerEntry {
  private static final FuzzTarget TARGET = named(System.getProperty("gasminer.fuzz.target", ""));

  private JazzerEntry() {}

  /** Feeds one input. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    TARGET.feed(input);
  }

  private static FuzzTarget named(String name) {
    return FuzzTargets.found().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no target '" + name + "'"));
  }
}
