package io.gasminer.c2pa.asset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Owns the reading of the values of a PDF, one after the other. For one thread. */
final class PdfParser {
  private static final int DEEPEST = 100;
  private static final int LONGEST_WORD = 4096;
  private static final int LONGEST_NUMBER = 40;
  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)");
  private static final String DELIMITERS = "()<>[]{}/%";

  private final Source source;
  private final PdfBudget budget;
  private long at;

  PdfParser(Source source, PdfBudget budget) {
    this.source = source;
    this.budget = budget;
  }

  long position() {
    return at;
  }

  PdfParser seek(long position) {
    this.at = position;
    return this;
  }

  /** The object whose head stands here. */
  PdfObject object() throws IOException, DamagedAsset {
    PdfValue.Reference id = head();
    PdfValue value = value();
    skip();
    if (!(value instanceof PdfValue.Dictionary) || !source.has(at, "stream")) {
      return new PdfObject(id, value, OptionalLong.empty());
    }
    at += "stream".length();
    while (peek() == ' ' || peek() == '\t') {
      next();
    }
    if (peek() == '\r') {
      next();
      at += peek() == '\n' ? 1 : 0;
    } else if (next() != '\n') {
      throw new DamagedAsset("a PDF stream that does not begin on a line of its own");
    }
    return new PdfObject(id, value, OptionalLong.of(at));
  }

  /** The number and generation of the object that begins here. */
  PdfValue.Reference head() throws IOException, DamagedAsset {
    long number = whole();
    long generation = whole();
    expect("obj");
    return new PdfValue.Reference(number, generation);
  }

  /** The integer that comes next. */
  long whole() throws IOException, DamagedAsset {
    skip();
    if (number() instanceof PdfValue.Whole(long number) && number >= 0) {
      return number;
    }
    throw new DamagedAsset("no integer where a PDF must have one");
  }

  /** Goes past that word, which must come next. */
  void expect(String word) throws IOException, DamagedAsset {
    if (!passes(word)) {
      throw new DamagedAsset("no " + word + " where a PDF must have it");
    }
  }

  /** Whether that word comes next; it is gone past then. */
  boolean passes(String word) throws IOException, DamagedAsset {
    skip();
    boolean found = source.has(at, word);
    at += found ? word.length() : 0;
    return found;
  }

  /** The value that comes next. */
  PdfValue value() throws IOException, DamagedAsset {
    return value(0);
  }

  private PdfValue value(int depth) throws IOException, DamagedAsset {
    if (depth > DEEPEST) {
      throw new DamagedAsset("PDF values that are nested too deeply");
    }
    skip();
    int first = peek();
    return switch (first) {
      case '/' -> new PdfValue.Name(name());
      case '(' -> literal();
      case '[' -> items(depth);
      case '<' -> source.has(at, "<<") ? dictionary(depth) : hexadecimal();
      case 't', 'f', 'n' -> {
        word();
        yield new PdfValue.Other();
      }
      default -> numberOrReference();
    };
  }

  private PdfValue numberOrReference() throws IOException, DamagedAsset {
    PdfValue number = number();
    long after = at;
    if (number instanceof PdfValue.Whole(long id) && id >= 0) {
      skip();
      if (isDigit(peek()) && number() instanceof PdfValue.Whole(long generation) && passes("R")) {
        return new PdfValue.Reference(id, generation);
      }
    }
    at = after;
    return number;
  }

  private PdfValue number() throws IOException, DamagedAsset {
    String word = word();
    if (word.length() > LONGEST_NUMBER || !NUMBER.matcher(word).matches()) {
      throw new DamagedAsset("a PDF value of no known kind");
    }
    if (word.indexOf('.') >= 0) {
      return new PdfValue.Other();
    }
    try {
      return new PdfValue.Whole(Long.parseLong(word));
    } catch (NumberFormatException tooLarge) {
      throw new DamagedAsset("a PDF number that is too large");
    }
  }

  private PdfValue items(int depth) throws IOException, DamagedAsset {
    next();
    List<PdfValue> items = new ArrayList<>();
    while (!passes("]")) {
      items.add(value(depth + 1));
    }
    return new PdfValue.Items(items);
  }

  private PdfValue dictionary(int depth) throws IOException, DamagedAsset {
    at += 2;
    Map<String, PdfValue> entries = new LinkedHashMap<>();
    while (!passes(">>")) {
      if (peek() != '/') {
        throw new DamagedAsset("a PDF dictionary with a key that is no name");
      }
      String key = name();
      entries.put(key, value(depth + 1));
    }
    return new PdfValue.Dictionary(entries);
  }

  private String name() throws IOException, DamagedAsset {
    next();
    String raw = word();
    StringBuilder name = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      Optional<Character> escaped = raw.charAt(i) == '#' ? escape(raw, i + 1) : Optional.empty();
      name.append((char) escaped.orElse(raw.charAt(i)));
      i += escaped.isPresent() ? 2 : 0;
    }
    return name.toString();
  }

  private static Optional<Character> escape(String raw, int from) {
    if (from + 2 > raw.length()) {
      return Optional.empty();
    }
    int high = Character.digit(raw.charAt(from), 16);
    int low = Character.digit(raw.charAt(from + 1), 16);
    return high < 0 || low < 0 ? Optional.empty() : Optional.of((char) (high << 4 | low));
  }

  /** Brackets within a string come in pairs or behind a backslash. */
  private PdfValue literal() throws IOException, DamagedAsset {
    next();
    for (long open = 1; open > 0; ) {
      int letter = next();
      if (letter == '\\') {
        next();
      }
      open += letter == '(' ? 1 : letter == ')' ? -1 : 0;
    }
    return new PdfValue.Other();
  }

  private PdfValue hexadecimal() throws IOException, DamagedAsset {
    next();
    for (int letter = next(); letter != '>'; letter = next()) {
      if (Character.digit(letter, 16) < 0 && !isSpace(letter)) {
        throw new DamagedAsset("a PDF string of letters that are not hexadecimal");
      }
    }
    return new PdfValue.Other();
  }

  private String word() throws IOException, DamagedAsset {
    StringBuilder word = new StringBuilder();
    for (int letter = peek();
        letter >= 0 && !isSpace(letter) && DELIMITERS.indexOf(letter) < 0;
        letter = peek()) {
      word.append((char) next());
      if (word.length() > LONGEST_WORD) {
        throw new DamagedAsset("a PDF word that is too long");
      }
    }
    return word.toString();
  }

  /** Goes past white space and comments. */
  private void skip() throws IOException, DamagedAsset {
    for (int letter = peek(); isSpace(letter) || letter == '%'; letter = peek()) {
      if (letter == '%') {
        while (peek() >= 0 && peek() != '\n' && peek() != '\r') {
          next();
        }
      } else {
        next();
      }
    }
  }

  private int next() throws IOException, DamagedAsset {
    int letter = peek();
    if (letter < 0) {
      throw new DamagedAsset("the PDF ends within a value");
    }
    budget.take(1);
    at++;
    return letter;
  }

  private int peek() throws IOException {
    return at < 0 || at >= source.size() ? -1 : source.u8(at);
  }

  private static boolean isDigit(int letter) {
    return letter >= '0' && letter <= '9';
  }

  private static boolean isSpace(int letter) {
    return letter >= 0 && " \t\r\n\f\0".indexOf(letter) >= 0;
  }

  /** A parser of these bytes, on the same budget. */
  PdfParser of(byte[] bytes) {
    return new PdfParser(Source.of(bytes), budget);
  }

  /** A piece of the file, which the budget pays for. */
  byte[] read(Range range) throws IOException, DamagedAsset {
    budget.take(range.length());
    if (range.end() > source.size()) {
      throw new DamagedAsset("a PDF stream that does not fit");
    }
    return source.read(range.offset(), (int) range.length());
  }

  /** The same, as text. */
  String text(Range range) throws IOException, DamagedAsset {
    return new String(read(range), StandardCharsets.ISO_8859_1);
  }

  /** Pays for work that is not counted by bytes. */
  void pay(long bytes) throws DamagedAsset {
    budget.take(bytes);
  }
}
