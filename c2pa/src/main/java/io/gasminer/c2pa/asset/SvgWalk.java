package io.gasminer.c2pa.asset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns a walk through the elements of an XML text, a character a byte, as far as the manifest.
 * Entities are not resolved and nothing is loaded. For one walk.
 */
final class SvgWalk {
  private static final List<String> METADATA = List.of("svg", "metadata");
  private static final List<String> MANIFEST = List.of("svg", "metadata", "c2pa:manifest");
  private static final int DEEPEST = 200;

  private final String text;
  private final List<String> open = new ArrayList<>();
  private Optional<Tag> root = Optional.empty();
  private Optional<Tag> metadata = Optional.empty();
  private int at;

  /** Owns the start of one element: its name, and the text from bracket to bracket. */
  record Tag(String name, Range range, boolean empty) {}

  SvgWalk(String text) {
    this.text = text;
  }

  /** The name of the outermost element; nothing behind its start is looked at. */
  Optional<String> root() throws DamagedAsset {
    while (root.isEmpty() && seek()) {
      if (pass()) {
        return Optional.empty();
      }
    }
    return root.map(Tag::name);
  }

  /** The start of the root, as far as the walk went. */
  Optional<Tag> rootTag() {
    return root;
  }

  /** The start of the first metadata of the root that has content, as far as the walk went. */
  Optional<Tag> metadataTag() {
    return metadata;
  }

  /**
   * Where the text of the manifest element lies.
   *
   * @throws DamagedAsset when the text up to there is no XML
   */
  Optional<Range> manifest() throws DamagedAsset {
    while (seek()) {
      if (pass()) {
        return Optional.of(Range.between(at, next('<', at)));
      }
    }
    return Optional.empty();
  }

  private boolean seek() {
    at = text.indexOf('<', at);
    return at >= 0;
  }

  /** Goes past what begins here; whether that was the start of the manifest. */
  private boolean pass() throws DamagedAsset {
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
    } else {
      return open();
    }
    return false;
  }

  /** Whether the element that begins here is the manifest, whose content follows. */
  private boolean open() throws DamagedAsset {
    int end = endOfTag();
    boolean empty = text.charAt(end - 1) == '/';
    String name = name(at + 1, empty ? end - 1 : end);
    Tag tag = new Tag(name, Range.between(at, end + 1), empty);
    at = end + 1;
    open.add(name);
    if (open.size() == 1) {
      root = root.or(() -> Optional.of(tag));
    } else if (open.equals(METADATA) && !empty) {
      metadata = metadata.or(() -> Optional.of(tag));
    }
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
