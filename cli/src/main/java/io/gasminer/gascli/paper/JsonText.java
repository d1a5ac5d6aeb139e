package io.gasminer.gascli.paper;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns how {@code --json} is written: one value, indented, ASCII alone, so that no control or
 * direction character of a stranger reaches a terminal.
 */
public final class JsonText {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private JsonText() {}

  /** The value as text; absent values are null. */
  public static String of(Object value) {
    // The mapper leaves DEL as it is.
    return JSON.writerWithDefaultPrettyPrinter()
        .writeValueAsString(value)
        .replace("\u007f", "\\u007f");
  }
}
