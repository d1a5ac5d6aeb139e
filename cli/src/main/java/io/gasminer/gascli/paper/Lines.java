package io.gasminer.gascli.paper;

import java.util.ArrayList;
import java.util.List;

/** Owns the making of safe lines from texts that strangers wrote. */
public final class Lines {
  private static final int LONGEST = 600;

  private Lines() {}

  /** The text without control and direction characters, and not endless. */
  public static String printable(String text) {
    String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "?");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  /** The text in lines of at most that many columns; a longer word is cut. */
  static List<String> wrapped(String text, int columns) {
    List<String> rows = new ArrayList<>();
    StringBuilder row = new StringBuilder();
    for (String word : printable(text).split(" ", -1)) {
      String rest = word;
      if (!row.isEmpty() && row.length() + 1 + rest.length() > columns) {
        rows.add(row.toString());
        row.setLength(0);
      }
      while (rest.length() > columns) {
        rows.add(rest.substring(0, columns));
        rest = rest.substring(columns);
      }
      row.append(row.isEmpty() ? "" : " ").append(rest);
    }
    rows.add(row.toString());
    return rows;
  }
}
