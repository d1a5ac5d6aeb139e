package io.gasminer.c2pa.asset;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Owns the objects of one PDF, which are read when they are asked for. An object that cannot be
 * read is as one that is not there, as the validators' reader has it. For one thread.
 */
final class PdfDocument {
  private static final long WORK = 16 * 1024 * 1024;
  private static final long WORK_OF_AN_OBJECT = 128;
  private static final int FURTHEST_HEADER = 64 * 1024;
  private static final int TAIL = 512;
  private static final int LONGEST_CHAIN = 32;

  private final Source source;
  private final PdfBudget budget = new PdfBudget(WORK);
  private final PdfParser parser;
  private final PdfXref.Read xref;
  private final Map<PdfValue.Reference, Long> offsets = new HashMap<>();
  private int nested;

  PdfDocument(Source source) throws IOException, DamagedAsset {
    this.source = source;
    this.parser = new PdfParser(source, budget);
    long base = header();
    this.xref = PdfXref.read(parser, base, start());
    collect(base);
  }

  PdfValue.Dictionary trailer() {
    return xref.trailer();
  }

  /** Whether so much was asked for that the rest went unread. */
  boolean isExhausted() {
    return budget.isSpent();
  }

  /** The value itself, or the one that it points to. */
  Optional<PdfValue> resolved(Optional<PdfValue> value) throws IOException {
    Optional<PdfValue> found = value;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      if (found.isEmpty() || !(found.get() instanceof PdfValue.Reference reference)) {
        return found;
      }
      found = object(reference).map(PdfObject::value);
    }
    return Optional.empty();
  }

  /** The dictionary that the value is or points to. */
  Optional<PdfValue.Dictionary> dictionary(Optional<PdfValue> value) throws IOException {
    return resolved(value)
        .flatMap(
            found ->
                found instanceof PdfValue.Dictionary dictionary
                    ? Optional.of(dictionary)
                    : Optional.empty());
  }

  /** The object of that number and generation. */
  Optional<PdfObject> object(PdfValue.Reference id) throws IOException {
    try {
      parser.pay(WORK_OF_AN_OBJECT);
      Optional<Long> offset = Optional.ofNullable(offsets.get(id));
      if (offset.isPresent()) {
        return Optional.of(parser.seek(offset.get()).object());
      }
      if (id.generation() != 0 || nested > 0) {
        return Optional.empty();
      }
      // What the way into one object stream needs never lies in another, or it would have no end.
      nested++;
      try {
        return inStream(id);
      } finally {
        nested--;
      }
    } catch (DamagedAsset unreadable) {
      return Optional.empty();
    }
  }

  /** The bytes of a stream as they lie in the file, compressed or not. */
  Range content(PdfObject stream) throws IOException, DamagedAsset {
    long start = stream.content().orElseThrow(() -> new DamagedAsset("no PDF stream"));
    PdfValue length =
        resolved(stream.dictionary().get("Length"))
            .orElseThrow(() -> new DamagedAsset("a PDF stream without a length"));
    if (!(length instanceof PdfValue.Whole(long bytes))
        || bytes < 0
        || bytes > source.size() - start) {
      throw new DamagedAsset("a PDF stream that does not fit");
    }
    parser.seek(start + bytes).expect("endstream");
    return new Range(start, bytes);
  }

  /** From object streams within which nothing points on (ISO 32000-1 §7.5.7). */
  private Optional<PdfObject> inStream(PdfValue.Reference id) throws IOException, DamagedAsset {
    Optional<PdfXref.Entry> entry = Optional.ofNullable(xref.entries().get(id.number()));
    if (entry.isEmpty() || !(entry.get() instanceof PdfXref.Entry.InStream(long container))) {
      return Optional.empty();
    }
    Optional<Long> offset = Optional.ofNullable(offsets.get(new PdfValue.Reference(container, 0)));
    if (offset.isEmpty()) {
      return Optional.empty();
    }
    PdfObject stream = parser.seek(offset.get()).object();
    if (!stream.dictionary().is("Type", "ObjStm")) {
      return Optional.empty();
    }
    byte[] plain = PdfFilter.plain(stream.dictionary(), parser.read(content(stream)));
    parser.pay(plain.length);
    return objectAmong(id, parser.of(plain), stream.dictionary().whole("First").orElse(0L));
  }

  private static Optional<PdfObject> objectAmong(PdfValue.Reference id, PdfParser inner, long first)
      throws IOException, DamagedAsset {
    while (inner.position() < first) {
      long number = inner.whole();
      long offset = inner.whole();
      if (number == id.number()) {
        PdfValue value = inner.seek(first + offset).value();
        return Optional.of(new PdfObject(id, value, OptionalLong.empty()));
      }
    }
    return Optional.empty();
  }

  /** Objects count by the number that stands at their head, whatever the table calls them. */
  private void collect(long base) throws IOException, DamagedAsset {
    List<Long> places =
        xref.entries().values().stream()
            .filter(PdfXref.Entry.InFile.class::isInstance)
            .map(entry -> ((PdfXref.Entry.InFile) entry).offset())
            .filter(offset -> offset >= 0 && offset < source.size() - base)
            .sorted(Comparator.naturalOrder())
            .toList();
    for (long place : places) {
      try {
        offsets.put(parser.seek(base + place).head(), base + place);
      } catch (DamagedAsset noObject) {
        parser.pay(1);
      }
    }
  }

  private long header() throws IOException, DamagedAsset {
    long at = source.find((byte) '%', 0);
    while (at < Math.min(source.size(), FURTHEST_HEADER)) {
      if (source.has(at, "%PDF-")) {
        return at;
      }
      at = source.find((byte) '%', at + 1);
    }
    throw new DamagedAsset("the file does not begin as a PDF");
  }

  /** The offset behind the last {@code startxref}. */
  private long start() throws IOException, DamagedAsset {
    int length = (int) Math.min(TAIL, source.size());
    long from = source.size() - length;
    String tail = parser.text(new Range(from, length));
    int end = tail.lastIndexOf("%%EOF");
    int found = end < 0 ? -1 : tail.lastIndexOf("startxref", end);
    if (found < 0) {
      throw new DamagedAsset("a PDF without startxref");
    }
    return parser.seek(from + found + "startxref".length()).whole();
  }
}
