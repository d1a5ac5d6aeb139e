package io.gasminer.c2pa.asset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns a walk through the elements of an XML text, a character a byte, as far as the manifest.
 * Entities are not resolved and nothing is loaded. For one walk.
 */
final class SvgWalk {
  private static final List<String> MANIFEST = List.of("svg", "metadata", "c2pa:manifest");
  private static final int DEEPEST = 200;

  private final String text;
  private final List<String> open = new ArrayList<>();
  private int at;

  SvgWalk(String text) {
    this.text = text;
  }

  /**
   * Where the text of the manifest element lies.
   *
   * @throws DamagedAsset when the text up to there is no XML
   */
  Optional<Range> manifest() throws DamagedAsset {
    for (at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
      if (text.startsWith("<!--", at)) {
        passTo("-->", at + 4);
      } else if (text.startsWith("<![CDATA[", at)) {
        passTo("]]>", at);
      } else if (text.startsWith("<?", at)) {
        passTo("?>", at + 2);
      } else if (text.startsWith("<!", at)) {
        passDeclaration();
      } else if (text.startsWith("</", at)) {
        close();
      } else if (open()) {
        return Optional.of(Range.between(at, next('<', at)));
      }
    }
    return Optional.empty();
  }

  /** Whether the element that begins here is the manifest, whose content follows. */
  private boolean open() throws DamagedAsset {
    int end = endOfTag();
    boolean empty = text.charAt(end - 1) == '/';
    String name = name(at + 1, empty ? end - 1 : end);
    at = end + 1;
    open.add(name);
    boolean found = open.equals(MANIFEST);
    if (open.size() > DEEPEST) {
      throw new DamagedAsset("elements that are nested too deeply");
    }
    if (empty) {
      open.removeLast();
    }
    return found && !empty;
  }

  private void close() throws DamagedAsset {
    int end = next('>', at);
    if (open.isEmpty() || !open.removeLast().equals(text.substring(at + 2, end).strip())) {
      throw new DamagedAsset("an element that ends and did not begin");
    }
    at = end + 1;
  }

  /** A bracket in a quoted value ends no tag. */
  private int endOfTag() throws DamagedAsset {
    char quote = 0;
    for (int i = at + 1; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (quote != 0) {
        quote = letter == quote ? 0 : quote;
      } else if (letter == '"' || letter == '\'') {
        quote = letter;
      } else if (letter == '>') {
        return i;
      }
    }
    throw new DamagedAsset("the XML ends within a tag");
  }

  /** A document type may hold declarations in square brackets. */
  private void passDeclaration() throws DamagedAsset {
    int end = next('>', at);
    int inner = text.indexOf('[', at, end);
    at = inner >= 0 ? next('>', next(']', inner)) + 1 : end + 1;
  }

  private void passTo(String end, int from) throws DamagedAsset {
    int found = text.indexOf(end, from);
    if (found < 0) {
      throw new DamagedAsset("the XML ends within " + text.substring(at, at + 2));
    }
    at = found + end.length();
  }

  private int next(char letter, int from) throws DamagedAsset {
    int found = text.indexOf(letter, from);
    if (found < 0) {
      throw new DamagedAsset("the XML ends early");
    }
    return found;
  }

  private String name(int start, int end) throws DamagedAsset {
    int i = start;
    while (i < end && !Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    if (i == start) {
      throw new DamagedAsset("an element without a name");
    }
    return text.substring(start, i);
  }
}
