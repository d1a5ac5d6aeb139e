package io.gasminer.miner.admission;

import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns what a request body asks for, read as leniently as validators may rely on.
 *
 * @param prompt never empty
 * @param parameters the {@code parameters} object; empty where it is absent, null or no object
 */
record Challenge(String prompt, Map<String, Object> parameters) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  /** What reading a body ended in. */
  sealed interface Reading {
    record Read(Challenge challenge) implements Reading {}

    record Unreadable(String reason) implements Reading {}
  }

  static Reading read(byte[] body) {
    try {
      return read(JSON.readTree(JsonEncoding.decode(body)));
    } catch (CharacterCodingException notText) {
      return new Reading.Unreadable("Invalid JSON body: it is not text in a Unicode encoding");
    } catch (JacksonException notJson) {
      return new Reading.Unreadable("Invalid JSON body: " + where(notJson));
    }
  }

  private static Reading read(JsonNode root) {
    if (root.isMissingNode()) {
      return new Reading.Unreadable("Invalid JSON body: Expecting value: line 1 column 1 (char 0)");
    }
    if (!root.isObject()) {
      return new Reading.Unreadable("Invalid JSON body: expected an object with a prompt");
    }
    JsonNode prompt = root.path("prompt");
    if (isAbsent(prompt)) {
      return new Reading.Unreadable("Missing required field: prompt");
    }
    if (!prompt.isString()) {
      return new Reading.Unreadable("Invalid field: prompt must be a string");
    }
    return new Reading.Read(new Challenge(prompt.stringValue(), parameters(root)));
  }

  // What Python calls false is absent to the field's miner.
  private static boolean isAbsent(JsonNode prompt) {
    return prompt.isMissingNode()
        || prompt.isNull()
        || (prompt.isString() && prompt.stringValue().isEmpty())
        || (prompt.isIntegralNumber() && prompt.bigIntegerValue().signum() == 0)
        || (prompt.isFloatingPointNumber() && prompt.doubleValue() == 0)
        || (prompt.isBoolean() && !prompt.booleanValue())
        || (prompt.isContainer() && prompt.isEmpty());
  }

  private static Map<String, Object> parameters(JsonNode root) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    root.path("parameters")
        .properties()
        .forEach(
            entry ->
                Optional.ofNullable(JSON.treeToValue(entry.getValue(), Object.class))
                    .ifPresent(value -> parameters.put(entry.getKey(), value)));
    return parameters;
  }

  private static String where(JacksonException notJson) {
    var at = notJson.getLocation();
    String place = at == null ? "" : ": line " + at.getLineNr() + " column " + at.getColumnNr();
    return "cannot be parsed" + place;
  }
}
