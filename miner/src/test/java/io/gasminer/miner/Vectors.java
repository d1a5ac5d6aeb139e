package io.gasminer.miner;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the golden vectors in the folder that {@code -Dgasminer.shared} names. */
public final class Vectors {
  private Vectors() {}

  /** The vectors of that name; the test is skipped, and says so, where the folder is absent. */
  public static JsonNode read(String name) {
    String shared = System.getProperty("gasminer.shared", "");
    Path file = Path.of(shared, "data", "vectors", name);
    assumeTrue(
        !shared.isEmpty() && Files.exists(file),
        "skipped: -Dgasminer.shared names no folder with data/vectors/" + name);
    return JsonMapper.shared().readTree(file.toFile());
  }
}
