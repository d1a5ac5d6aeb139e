package io.gasminer.gascli.takeover;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Owns JSON that another program has left on disk: of bounded size and depth. */
final class StateJson {
  private static final int DEEPEST = 32;
  private static final int LONGEST_NUMBER = 100;

  private final int largest;
  private final JsonMapper json;

  StateJson(int largest) {
    this.largest = largest;
    this.json =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxStringLength(largest)
                            .maxDocumentLength(largest)
                            .build())
                    .build())
            .build();
  }

  /** What reading ended in. */
  sealed interface Reading {
    /** An object. */
    record Read(JsonNode root) implements Reading {}

    /** No object can be had from the file. */
    record Unreadable(String why) implements Reading {}
  }

  /** Reads it; links and devices are left alone. */
  Reading read(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return new Reading.Unreadable("it is no plain file");
    }
    try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = content.readNBytes(largest + 1);
      if (bytes.length > largest) {
        return new Reading.Unreadable("it is larger than " + (largest >> 20) + " MiB");
      }
      JsonNode root = json.readTree(bytes);
      return root != null && root.isObject()
          ? new Reading.Read(root)
          : new Reading.Unreadable("it holds no JSON object");
    } catch (JacksonException notJson) {
      return new Reading.Unreadable("it is no JSON of bounded depth and size");
    } catch (IOException unreadable) {
      return new Reading.Unreadable(
          "it cannot be read (" + unreadable.getClass().getSimpleName() + ")");
    }
  }

  /** The object as plain values. */
  Object plain(JsonNode node) {
    return json.treeToValue(node, Object.class);
  }

  static Optional<String> text(JsonNode node) {
    return node.isString() && !node.stringValue().isEmpty()
        ? Optional.of(node.stringValue())
        : Optional.empty();
  }

  /**
   * Seconds since 1970 as Python counts them; empty outside of what can be a time of this miner.
   */
  static Optional<Instant> instant(JsonNode node) {
    if (!node.isNumber()) {
      return Optional.empty();
    }
    double seconds = node.doubleValue();
    return seconds > 1e9 && seconds < 1e11
        ? Optional.of(Instant.EPOCH.plus((long) (seconds * 1e6), ChronoUnit.MICROS))
        : Optional.empty();
  }
}
