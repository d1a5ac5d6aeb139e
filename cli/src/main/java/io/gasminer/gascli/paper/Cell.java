package io.gasminer.gascli.paper;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Owns what a piece of text takes on a terminal: its columns, with ink taking none. */
final class Cell {
  private static final Pattern PIECE =
      Pattern.compile("(" + Paper.INK + ")|[^\u001b]+|\u001b", Pattern.DOTALL);

  private Cell() {}

  /** The text as a terminal may have it: only ink that this paper makes stays. */
  static String safe(String text, boolean colours) {
    if (!colours) {
      return Lines.printable(text.replaceAll(Paper.INK, ""));
    }
    StringBuilder safe = new StringBuilder();
    boolean inked = false;
    Matcher pieces = PIECE.matcher(text);
    while (pieces.find()) {
      boolean ink = pieces.group(1) != null;
      inked = ink ? !pieces.group().equals(Paper.PLAIN_AGAIN) : inked;
      safe.append(ink ? pieces.group() : Lines.printable(pieces.group()));
    }
    return inked ? safe + Paper.PLAIN_AGAIN : safe.toString();
  }

  /** How many columns it takes. */
  static int columns(String text) {
    return text.replaceAll(Paper.INK, "").codePoints().map(Cell::columns).sum();
  }

  /** The text in at most that many columns, which ends with a sign where it was longer. */
  static String cut(String text, int columns, String sign) {
    if (columns(text) <= columns) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int room = columns - columns(sign);
    boolean full = false;
    Matcher pieces = PIECE.matcher(text);
    while (pieces.find()) {
      if (pieces.group(1) != null) {
        kept.append(pieces.group());
        continue;
      }
      for (int point : pieces.group().codePoints().toArray()) {
        if (full) {
          break;
        }
        full = columns(point) > room;
        room -= columns(point);
        kept.append(full ? sign : Character.toString(point));
      }
    }
    return kept.toString();
  }

  private static int columns(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(point) ? 2 : 1;
  }

  private static boolean isWide(int point) {
    return Character.isIdeographic(point)
        || Character.isEmojiPresentation(point)
        || (point >= 0x1100 && point <= 0x115f)
        || (point >= 0x3000 && point <= 0x30ff)
        || (point >= 0xac00 && point <= 0xd7a3)
        || (point >= 0xff01 && point <= 0xff60);
  }
}
