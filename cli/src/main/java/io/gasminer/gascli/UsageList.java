package io.gasminer.gascli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Owns the reading of a file of extended key usages: an object identifier a line, in dotted
 * numbers; {@code //} and {@code #} begin a comment.
 */
final class UsageList {
  private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9][0-9]*))+");

  private UsageList() {}

  /**
   * The usages of that file.
   *
   * @throws ParameterException when it cannot be read, or a line is neither
   */
  static Set<String> parse(CommandLine line, Path file) {
    Set<String> usages = new LinkedHashSet<>();
    int number = 0;
    for (String row : text(line, file).lines().map(String::strip).toList()) {
      number++;
      if (row.isEmpty() || row.startsWith("//") || row.startsWith("#")) {
        continue;
      }
      if (!OID.matcher(row).matches()) {
        throw new ParameterException(
            line,
            ("--ekus: line %d of %s is no object identifier. Write dotted numbers, as in"
                    + " 1.3.6.1.5.5.7.3.4, and // before a comment.")
                .formatted(number, file));
      }
      usages.add(row);
    }
    return usages;
  }

  private static String text(CommandLine line, Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new ParameterException(
          line, "--ekus: " + file + " cannot be read: " + unreadable.getMessage());
    }
  }
}
