package io.gasminer.miner.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Owns the reading of {@code .env} text: {@code KEY=value} lines, {@code export}, quotes, comments.
 *
 * <p>Pure; a line that cannot be read becomes a problem that names its number, never its content.
 */
final class EnvFile {
  private EnvFile() {}

  static Map<String, String> parse(String text, List<String> problems) {
    Map<String, String> values = new LinkedHashMap<>();
    int number = 0;
    for (String raw : text.lines().toList()) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("export ")) {
        line = line.substring("export ".length()).strip();
      }
      int equals = line.indexOf('=');
      if (equals <= 0) {
        problems.add("line " + number + " of the file is not KEY=value; write one setting a line");
        continue;
      }
      values.put(line.substring(0, equals).strip(), value(line.substring(equals + 1).strip()));
    }
    return values;
  }

  private static String value(String written) {
    if (written.length() >= 2) {
      char quote = written.charAt(0);
      int end = written.indexOf(quote, 1);
      if ((quote == '"' || quote == '\'') && end > 0) {
        return written.substring(1, end);
      }
    }
    int comment = written.indexOf(" #");
    return comment >= 0 ? written.substring(0, comment).strip() : written;
  }
}
