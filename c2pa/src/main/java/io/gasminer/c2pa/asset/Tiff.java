package io.gasminer.c2pa.asset;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Owns TIFF: the store is the value of tag 0xCD41 in the last directory. */
final class Tiff implements Container {
  private static final int STORE_TAG = 0xCD41;
  private static final int UNDEFINED = 7;
  private static final int ENTRY = 12;
  private static final int MOST_DIRECTORIES = 100;

  /** Owns the entry of the store: where it stands and what it points to. */
  private record Entry(long at, Range store) {}

  /** One directory: where it lies, how many entries it has, and that of the store. */
  private record Directory(long offset, int entries, Optional<Entry> store) {
    long next() {
      return offset + 2 + (long) entries * ENTRY;
    }
  }

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
    long padding = source.size() % 2;
    long start = source.size() + padding;
    boolean replaces = last.store().isPresent();
    long data = replaces ? start : start + 2 + ENTRY + 4;
    if (data + storeSize > 0xFFFFFFFFL) {
      throw new DamagedAsset("a TIFF that outgrows 32 bits");
    }
    // An entry that is there points to the new store; else a directory of its own is linked.
    ByteBuffer patch = ByteBuffer.allocate(replaces ? 8 : 4).order(order(source));
    ByteBuffer tail = ByteBuffer.allocate((int) (data - source.size())).order(order(source));
    if (replaces) {
      patch.putInt(storeSize).putInt((int) data);
    } else {
      patch.putInt((int) start);
      tail.position((int) padding);
      tail.putShort((short) 1).putShort((short) STORE_TAG).putShort((short) UNDEFINED);
      tail.putInt(storeSize).putInt((int) data).putInt(0);
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
      long pointer = 4;
      while (true) {
        long offset = u32(source, pointer);
        if (offset == 0 && !directories.isEmpty()) {
          return directories;
        }
        if (!seen.add(offset) || directories.size() > MOST_DIRECTORIES) {
          throw new DamagedAsset("TIFF directories that form a circle");
        }
        directories.add(directory(source, offset));
        pointer = directories.getLast().next();
      }
    } catch (EOFException truncated) {
      throw new DamagedAsset("a TIFF directory that does not fit");
    }
  }

  private static Directory directory(Source source, long offset) throws IOException {
    int entries = u16(source, offset);
    Optional<Entry> store = Optional.empty();
    for (int i = 0; i < entries; i++) {
      long at = offset + 2 + (long) i * ENTRY;
      if (u16(source, at) == STORE_TAG && u16(source, at + 2) == UNDEFINED) {
        long count = u32(source, at + 4);
        Range value = new Range(count <= 4 ? at + 8 : u32(source, at + 8), count);
        store = Optional.of(new Entry(at, value));
      }
    }
    return new Directory(offset, entries, store);
  }

  private static ByteOrder order(Source source) throws IOException {
    return source.u8(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
  }

  private static int u16(Source source, long at) throws IOException {
    return source.u8(0) == 'I' ? LittleEndian.u16(source, at) : source.u16(at);
  }

  private static long u32(Source source, long at) throws IOException {
    return source.u8(0) == 'I' ? LittleEndian.u32(source, at) : source.u32(at);
  }
}
