package io.gasminer.c2pa.asset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Owns the cross-reference of a PDF: tables, streams, and their chain through incremental updates
 * (ISO 32000-1 §7.5.4 to §7.5.8). A newer section counts before an older one.
 */
final class PdfXref {
  private static final int MOST_OBJECTS = 300_000;
  private static final int MOST_SECTIONS = 1000;
  private static final int WIDEST_FIELD = 8;

  /** Where an object lies. */
  sealed interface Entry {
    /** At an offset from the header. */
    record InFile(long offset) implements Entry {}

    /** In an object stream. */
    record InStream(long container) implements Entry {}
  }

  private final PdfParser parser;
  private final long base;
  private final Map<Long, Entry> entries = new HashMap<>();
  private final Set<Long> read = new HashSet<>();

  private PdfXref(PdfParser parser, long base) {
    this.parser = parser;
    this.base = base;
  }

  /** The cross-reference that begins at that offset from the header, and the newest trailer. */
  static Read read(PdfParser parser, long base, long start) throws IOException, DamagedAsset {
    PdfXref xref = new PdfXref(parser, base);
    PdfValue.Dictionary newest = xref.section(start);
    Optional<Long> previous = xref.hybrid(newest);
    while (previous.isPresent() && !xref.read.contains(previous.get())) {
      previous = xref.hybrid(xref.section(previous.get()));
    }
    return new Read(Map.copyOf(xref.entries), newest);
  }

  /** All entries by number, and the trailer. */
  record Read(Map<Long, Entry> entries, PdfValue.Dictionary trailer) {}

  /** A table may send readers that know streams to one besides. */
  private Optional<Long> hybrid(PdfValue.Dictionary trailer) throws IOException, DamagedAsset {
    Optional<Long> stream = trailer.whole("XRefStm");
    if (stream.isPresent() && !read.contains(stream.get())) {
      section(stream.get());
    }
    return trailer.whole("Prev");
  }

  private PdfValue.Dictionary section(long offset) throws IOException, DamagedAsset {
    if (offset < 0 || offset > Long.MAX_VALUE - base || read.size() > MOST_SECTIONS) {
      throw new DamagedAsset("a PDF cross-reference outside the file, or one of too many");
    }
    read.add(offset);
    return parser.seek(base + offset).passes("xref") ? table() : stream(base + offset);
  }

  /** Rows and heads of subsections both begin with two numbers; the letter behind tells. */
  private PdfValue.Dictionary table() throws IOException, DamagedAsset {
    long number = -1;
    while (!parser.passes("trailer")) {
      long first = parser.whole();
      parser.whole();
      if (parser.passes("n")) {
        if (number < 0) {
          throw new DamagedAsset("a PDF cross-reference table without a head");
        }
        add(number++, new Entry.InFile(first));
      } else if (parser.passes("f")) {
        number++;
      } else {
        number = first;
      }
    }
    if (parser.value() instanceof PdfValue.Dictionary trailer) {
      return trailer;
    }
    throw new DamagedAsset("a PDF trailer that is no dictionary");
  }

  private PdfValue.Dictionary stream(long offset) throws IOException, DamagedAsset {
    PdfObject object = parser.seek(offset).object();
    PdfValue.Dictionary dictionary = object.dictionary();
    long length = dictionary.whole("Length").orElse(-1L);
    if (object.content().isEmpty() || length < 0 || length > Integer.MAX_VALUE) {
      throw new DamagedAsset("no PDF cross-reference where one must be");
    }
    byte[] raw = parser.read(new Range(object.content().getAsLong(), length));
    byte[] plain = PdfFilter.plain(dictionary, raw);
    parser.pay(plain.length);
    rows(dictionary, plain);
    return dictionary;
  }

  private void rows(PdfValue.Dictionary dictionary, byte[] rows) throws DamagedAsset {
    List<Long> widths = numbers(dictionary, "W");
    if (widths.size() < 3 || widths.stream().anyMatch(width -> width < 0 || width > WIDEST_FIELD)) {
      throw new DamagedAsset("a PDF cross-reference stream with fields of no sense");
    }
    int kindWidth = widths.get(0).intValue();
    int placeWidth = widths.get(1).intValue();
    int row = kindWidth + placeWidth + widths.get(2).intValue();
    List<Long> sections = numbers(dictionary, "Index");
    if (sections.isEmpty()) {
      sections = List.of(0L, dictionary.whole("Size").orElse(0L));
    }
    int at = 0;
    for (int i = 0; i + 1 < sections.size(); i += 2) {
      for (long j = 0; j < sections.get(i + 1); j++) {
        if (row == 0 || at + row > rows.length) {
          throw new DamagedAsset("a PDF cross-reference stream that ends early");
        }
        long kind = kindWidth == 0 ? 1 : number(rows, at, kindWidth);
        long place = number(rows, at + kindWidth, placeWidth);
        if (kind == 1) {
          add(sections.get(i) + j, new Entry.InFile(place));
        } else if (kind == 2) {
          add(sections.get(i) + j, new Entry.InStream(place));
        }
        at += row;
      }
    }
  }

  private void add(long number, Entry entry) throws DamagedAsset {
    entries.putIfAbsent(number, entry);
    if (entries.size() > MOST_OBJECTS) {
      throw new DamagedAsset("too many PDF objects");
    }
  }

  private static List<Long> numbers(PdfValue.Dictionary dictionary, String key) {
    List<Long> numbers = new ArrayList<>();
    if (dictionary.get(key).orElse(new PdfValue.Other()) instanceof PdfValue.Items items) {
      for (PdfValue value : items.values()) {
        if (value instanceof PdfValue.Whole(long number)) {
          numbers.add(number);
        }
      }
    }
    return numbers;
  }

  private static long number(byte[] bytes, int at, int width) {
    long number = 0;
    for (int i = 0; i < width; i++) {
      number = number << 8 | bytes[at + i] & 0xFF;
    }
    return number;
  }
}
