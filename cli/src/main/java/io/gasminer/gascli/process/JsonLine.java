package io.gasminer.gascli.process;

import java.util.List;
import java.util.Optional;

/**
 * Owns one JSON object while it is written.
 *
 * <p>By hand, as the library would cost the supervisor more memory than all the rest of it. For one
 * thread.
 */
final class JsonLine {
  private final StringBuilder text = new StringBuilder("{");

  JsonLine add(String name, String value) {
    return put(name, quoted(value));
  }

  JsonLine add(String name, long value) {
    return put(name, Long.toString(value));
  }

  JsonLine add(String name, Optional<String> value) {
    return put(name, value.map(JsonLine::quoted).orElse("null"));
  }

  JsonLine add(String name, List<String> values) {
    StringBuilder list = new StringBuilder("[");
    for (String value : values) {
      list.append(list.length() == 1 ? "" : ",").append(quoted(value));
    }
    return put(name, list.append(']').toString());
  }

  /** Adds what is JSON already. */
  JsonLine put(String name, String json) {
    text.append(text.length() == 1 ? "" : ",").append(quoted(name)).append(':').append(json);
    return this;
  }

  String end() {
    return text.append('}').toString();
  }

  static String quoted(String value) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char letter = value.charAt(i);
      if (letter == '"' || letter == '\\') {
        out.append('\\').append(letter);
      } else if (letter < ' ' || letter == 0x7f) {
        String hex = Integer.toHexString(letter);
        out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
      } else {
        out.append(letter);
      }
    }
    return out.append('"').toString();
  }
}
