package io.gasminer.bittensor.scale;

import java.util.List;

/** Owns how the way to a place within a value is written. */
final class Path {
  // Hostile nesting must not make an error of kilobytes.
  private static final int LONGEST = 400;

  private Path() {}

  static String joined(String step, String rest) {
    if (rest.length() > LONGEST) {
      return rest;
    }
    return rest.isEmpty() || rest.startsWith("[") ? step + rest : step + "." + rest;
  }

  static String index(int position) {
    return "[" + position + "]";
  }

  static String field(List<String> names, int position) {
    return position < names.size() && !names.get(position).isEmpty()
        ? names.get(position)
        : index(position);
  }
}
