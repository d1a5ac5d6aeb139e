package io.gasminer.c2pa.asset;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Owns TIFF, in both orders and of both sizes (BigTIFF): the store is the value of tag 0xCD41 in
 * the last directory.
 */
final class Tiff implements Container {
  private static final int STORE_TAG = 0xCD41;
  private static final int UNDEFINED = 7;
  private static final int MOST_DIRECTORIES = 100;
  private static final int MOST_ENTRIES = 65_535;

  /** Owns the entry of the store: where it stands and what it points to. */
  private record Entry(long at, Range store) {}

  /** One directory: where the offset of the next one stands, and the entry of the store. */
  private record Directory(long next, Optional<Entry> store) {}

  @Override
  public Located locate(Source source) throws IOException {
    try {
      Optional<Range> store = directories(source).getLast().store().map(Entry::store);
      if (store.isEmpty() || store.get().length() == 0) {
        return new Located.None();
      }
      return store.get().end() > source.size() || store.get().length() > LONGEST_STORE
          ? new Located.Damaged("a manifest store that does not fit")
          : new Located.Store(
              source.read(store.get().offset(), (int) store.get().length()), List.of(store.get()));
    } catch (DamagedAsset damaged) {
      return new Located.Damaged(damaged.reason());
    }
  }

  @Override
  public List<NamedRange> parts(Source source) throws DamagedAsset {
    throw new DamagedAsset("TIFF has no boxes hash");
  }

  @Override
  public Embedding embed(Source source, int storeSize) throws IOException, DamagedAsset {
    Directory last = directories(source).getLast();
    TiffForm form = TiffForm.of(source);
    long padding = source.size() % 2;
    long start = source.size() + padding;
    boolean replaces = last.store().isPresent();
    long data = replaces ? start : start + form.directory(1);
    if (data + storeSize > form.largest()) {
      throw new DamagedAsset("a TIFF that outgrows 32 bits");
    }
    // An entry that is there points to the new store; else a directory of its own is linked.
    ByteBuffer patch =
        ByteBuffer.allocate(replaces ? 2 * form.word() : form.word()).order(form.order());
    ByteBuffer tail = ByteBuffer.allocate((int) (data - source.size())).order(form.order());
    if (replaces) {
      form.put(form.put(patch, storeSize), data);
    } else {
      form.put(patch, start);
      tail.position((int) padding);
      form.putCount(tail, 1).putShort((short) STORE_TAG).putShort((short) UNDEFINED);
      form.put(form.put(tail, storeSize), data);
    }
    long at = last.store().map(entry -> entry.at() + 4).orElse(last.next());
    List<Embedding.Piece> before = new ArrayList<>(Embedding.kept(new Range(0, at), List.of()));
    before.add(new Embedding.Piece.Written(patch.array()));
    before.addAll(Embedding.kept(Range.between(at + patch.capacity(), source.size()), List.of()));
    before.add(new Embedding.Piece.Written(tail.array()));
    return new Embedding(before, List.of(), UnaryOperator.identity(), storeSize);
  }

  private static List<Directory> directories(Source source) throws IOException, DamagedAsset {
    List<Directory> directories = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    try {
      TiffForm form = TiffForm.of(source);
      long pointer = form.first();
      while (true) {
        long offset = form.word(source, pointer);
        if (offset == 0 && !directories.isEmpty()) {
          return directories;
        }
        if (!seen.add(offset) || directories.size() > MOST_DIRECTORIES) {
          throw new DamagedAsset("TIFF directories that form a circle");
        }
        directories.add(directory(source, form, offset));
        pointer = directories.getLast().next();
      }
    } catch (EOFException truncated) {
      throw new DamagedAsset("a TIFF directory that does not fit");
    }
  }

  private static Directory directory(Source source, TiffForm form, long offset)
      throws IOException, DamagedAsset {
    long entries = form.count(source, offset);
    if (entries < 0 || entries > MOST_ENTRIES) {
      throw new DamagedAsset("a TIFF directory of too many entries");
    }
    Optional<Entry> store = Optional.empty();
    for (int i = 0; i < entries; i++) {
      long at = offset + form.entry(i);
      if (form.u16(source, at) == STORE_TAG && form.u16(source, at + 2) == UNDEFINED) {
        long count = form.word(source, at + 4);
        long value = at + 4 + form.word();
        long place = count <= form.word() ? value : form.word(source, value);
        if (count < 0 || place < 0 || count > Long.MAX_VALUE - place) {
          throw new DamagedAsset("a manifest store that does not fit");
        }
        store = Optional.of(new Entry(at, new Range(place, count)));
      }
    }
    return new Directory(offset + form.entry((int) entries), store);
  }
}
