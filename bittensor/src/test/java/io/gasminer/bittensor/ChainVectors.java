package io.gasminer.bittensor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gasminer.bittensor.metadata.Parsed;
import io.gasminer.bittensor.metadata.RuntimeMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds what real runtimes answered, in the folder that {@code -Dgasminer.shared} names. */
public final class ChainVectors {
  private ChainVectors() {}

  /** A JSON file of a runtime's folder; the test is skipped, and says so, where it is absent. */
  public static JsonNode json(String spec, String name) {
    byte[] content = bytes(spec, name);
    return JsonMapper.shared().readTree(content);
  }

  /** A file of a runtime's folder, unpacked if it is packed. */
  public static byte[] bytes(String spec, String name) {
    String shared = System.getProperty("gasminer.shared", "");
    Path file = Path.of(shared, "chainkit", "vectors", "spec-" + spec, name);
    assumeTrue(
        !shared.isEmpty() && Files.exists(file),
        "skipped: -Dgasminer.shared names no folder with chainkit/vectors/spec-" + spec);
    try (InputStream in = Files.newInputStream(file)) {
      return name.endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The metadata that {@code state_getMetadata} answered. */
  public static RuntimeMetadata version14(String spec) {
    return known(RuntimeMetadata.parse(bytes(spec, "metadata-state_getMetadata.bin")));
  }

  /** The metadata of version 15. */
  public static RuntimeMetadata version15(String spec) {
    return known(RuntimeMetadata.parse(bytes(spec, "metadata-at_version_15-response.bin")));
  }

  /** The newest metadata that the runtime has. */
  public static RuntimeMetadata newest(String spec) {
    return spec.equals("103") ? version14(spec) : version15(spec);
  }

  /** The bytes of hex text, with or without {@code 0x}. */
  public static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.startsWith("0x") ? text.substring(2) : text);
  }

  /** The bytes of hex text in a node. */
  public static byte[] hex(JsonNode node) {
    return hex(node.stringValue());
  }

  private static RuntimeMetadata known(Parsed parsed) {
    return parsed.found().orElseThrow(() -> new AssertionError(parsed));
  }
}
