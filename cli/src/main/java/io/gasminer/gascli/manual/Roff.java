package io.gasminer.gascli.manual;

import java.util.List;

/**
 * Owns a page in the manual's language, roff with the macros of man(7).
 *
 * <p>Not thread-safe.
 */
final class Roff {
  private final StringBuilder text = new StringBuilder();

  Roff title(String name, String section, String version, String of) {
    return request(
        ".TH "
            + name
            + " "
            + section
            + " \"\" \""
            + escaped(version)
            + "\" \""
            + escaped(of)
            + "\"");
  }

  Roff section(String name) {
    return request(".SH \"" + escaped(name) + "\"");
  }

  Roff subsection(String name) {
    return request(".SS \"" + escaped(name) + "\"");
  }

  Roff synopsis(String command, String rest) {
    return request("\\fB" + escaped(command) + "\\fR " + escaped(rest));
  }

  /** A paragraph; an empty one is the space that the next one makes anyhow. */
  Roff paragraph(String words) {
    return words.isBlank() ? this : request(".PP").text(words);
  }

  Roff text(String words) {
    return request(protectedStart(escaped(words)));
  }

  Roff item(String name, String meaning) {
    return request(".TP")
        .request("\\fB" + escaped(name) + "\\fR")
        .text(meaning.isBlank() ? "\u00a0" : meaning);
  }

  /** Lines that stay as they are. */
  Roff verbatim(List<String> lines) {
    request(".PP").request(".nf");
    lines.stream().dropWhile(String::isBlank).forEach(this::text);
    return request(".fi");
  }

  private Roff request(String line) {
    text.append(line).append('\n');
    return this;
  }

  private static String escaped(String words) {
    return words
        .replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("\"", "\\(dq")
        .replace("'", "\\(aq")
        .replace("…", "...")
        .replace("\u00a0", "\\ ");
  }

  // A dot that begins a line would be a command.
  private static String protectedStart(String words) {
    return words.startsWith(".") ? "\\&" + words : words;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
