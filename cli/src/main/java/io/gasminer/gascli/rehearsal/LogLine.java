package io.gasminer.gascli.rehearsal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns one line of the miner's log.
 *
 * @param event the stable name of the event; empty where a line has none
 * @param fields the line's key-value pairs
 * @param message the words
 */
public record LogLine(
    Instant at, String level, String event, Map<String, String> fields, String message) {
  /** Reads a line, if it is one JSON object as the miner writes them. */
  public static Optional<LogLine> parse(String line) {
    try {
      JsonNode root = JsonMapper.shared().readTree(line);
      if (root == null || !root.isObject()) {
        return Optional.empty();
      }
      Map<String, String> fields = new HashMap<>();
      for (JsonNode pair : root.path("kvpList")) {
        pair.properties()
            .forEach(entry -> fields.put(entry.getKey(), entry.getValue().asString("")));
      }
      return Optional.of(
          new LogLine(
              Instant.ofEpochMilli(root.path("timestamp").asLong(0)),
              root.path("level").asString(""),
              fields.getOrDefault("event", ""),
              fields,
              root.path("formattedMessage").asString("")));
    } catch (JacksonException cutOff) {
      return Optional.empty();
    }
  }

  /** The task that the line is about; empty where it is about none. */
  public String task() {
    return fields.getOrDefault("task", "");
  }
}
