package io.gasminer.c2pa.asset;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Owns the JPEG XL container (ISO/IEC 18181-2): the store is the top-level {@code jumb} box that is
 * labelled {@code c2pa}. A compressed box ({@code brob}) is never looked into.
 */
final class JpegXl implements Container {
  static final byte[] SIGNATURE = {0, 0, 0, 12, 'J', 'X', 'L', ' ', '\r', '\n', (byte) 0x87, '\n'};
  private static final int MOST_BOXES = 1024;
  private static final int LABEL = 25;

  /** Owns one box, with size and type. */
  private record Box(String type, Range range, long content) {
    boolean isCodestream() {
      return type.equals("jxlc") || type.equals("jxlp");
    }

    /** Other JUMBF boxes may stand beside the store. */
    boolean isStore(Source source) throws IOException {
      return type.equals("jumb")
          && source.has(content + 4, "jumd")
          && content + LABEL <= range.end()
          && (source.u8(content + LABEL - 1) & 3) == 3
          && source.has(content + LABEL, "c2pa\0");
    }
  }

  @Override
  public Located locate(Source source) throws IOException {
    List<Range> stores;
    try {
      stores = stores(source, boxes(source));
    } catch (DamagedAsset damaged) {
      return new Located.Damaged(damaged.reason());
    }
    if (stores.isEmpty()) {
      return new Located.None();
    }
    Range store = stores.getFirst();
    return stores.size() > 1 || store.length() > LONGEST_STORE
        ? new Located.Damaged("more than one manifest store, or one that is too long")
        : new Located.Store(source.read(store.offset(), (int) store.length()), List.of(store));
  }

  @Override
  public List<NamedRange> parts(Source source) throws IOException, DamagedAsset {
    List<NamedRange> parts = new ArrayList<>();
    for (Box box : boxes(source)) {
      String name = box.type().equals("jumb") ? NamedRange.STORE : box.type();
      parts.add(new NamedRange(name, box.range()));
    }
    return parts;
  }

  @Override
  public Embedding embed(Source source, int storeSize) throws IOException, DamagedAsset {
    List<Box> boxes = boxes(source);
    long insertion = insertion(boxes);
    List<Range> removed = stores(source, boxes);
    return new Embedding(
        Embedding.kept(new Range(0, insertion), removed),
        Embedding.kept(Range.between(insertion, source.size()), removed),
        UnaryOperator.identity(),
        storeSize);
  }

  /** Behind the file type and before the image. */
  private static long insertion(List<Box> boxes) {
    for (Box box : boxes) {
      if (box.isCodestream()) {
        return box.range().offset();
      }
      if (box.type().equals("ftyp")) {
        return box.range().end();
      }
    }
    return boxes.getFirst().range().end();
  }

  private static List<Range> stores(Source source, List<Box> boxes) throws IOException {
    List<Range> stores = new ArrayList<>();
    for (Box box : boxes) {
      if (box.isStore(source)) {
        stores.add(box.range());
      }
    }
    return stores;
  }

  private static List<Box> boxes(Source source) throws IOException, DamagedAsset {
    if (!source.has(0, SIGNATURE)) {
      throw new DamagedAsset("no JPEG XL container");
    }
    List<Box> boxes = new ArrayList<>();
    try {
      // Fewer bytes than a size takes are no box, and no harm.
      for (long at = 0; at <= source.size() - 4; at = boxes.getLast().range().end()) {
        if (boxes.size() == MOST_BOXES) {
          throw new DamagedAsset("too many JPEG XL boxes");
        }
        boxes.add(box(source, at));
      }
    } catch (EOFException truncated) {
      throw new DamagedAsset("a JPEG XL box ends early");
    }
    return boxes;
  }

  private static Box box(Source source, long at) throws IOException, DamagedAsset {
    long announced = source.u32(at);
    int head = announced == 1 ? 16 : 8;
    String type = source.fourLetters(at + 4);
    long size = announced == 1 ? source.u64(at + 8) : announced;
    size = announced == 0 ? source.size() - at : size;
    if (size < head || size > source.size() - at) {
      throw new DamagedAsset("a JPEG XL box that does not fit");
    }
    return new Box(type, new Range(at, size), at + head);
  }
}
