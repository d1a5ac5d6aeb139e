package io.gasminer.c2pa.asset;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Owns the absolute file offsets in an ISO base media file ({@code stco}, {@code co64}, {@code
 * iloc}, {@code tfhd}, {@code tfra}) and the distances in {@code sidx}, and how they change when
 * bytes are put before or between what they point to.
 */
final class BmffOffsets {
  private static final int MOST_PATCHES = 4_000_000;

  /** New bytes for old ones of the same length. */
  record Patch(long offset, byte[] bytes) {}

  private final Source source;
  private final Relocation relocation;
  private final List<Patch> patches = new ArrayList<>();

  BmffOffsets(Source source, Relocation relocation) {
    this.source = source;
    this.relocation = relocation;
  }

  List<Patch> patches(List<BmffBox> boxes) throws IOException, DamagedAsset {
    try {
      for (BmffBox box : boxes) {
        switch (box.type()) {
          case "stco" -> table(box, 4);
          case "co64" -> table(box, 8);
          case "iloc" -> itemLocations(box);
          case "tfhd" -> fragmentHeader(box);
          case "tfra" -> fragmentAccess(box);
          case "sidx" -> segmentIndex(box);
          default -> {
            // No absolute offsets here.
          }
        }
      }
    } catch (EOFException truncated) {
      throw new DamagedAsset("a table of offsets ends early");
    }
    patches.sort(Comparator.comparingLong(Patch::offset));
    return patches;
  }

  private void table(BmffBox box, int width) throws IOException, DamagedAsset {
    long count = source.u32(box.content() + 4);
    long at = box.content() + 8;
    if (count * width > box.range().end() - at) {
      throw new DamagedAsset("a table of offsets that does not fit");
    }
    for (long i = 0; i < count; i++, at += width) {
      move(at, width);
    }
  }

  private void fragmentHeader(BmffBox box) throws IOException, DamagedAsset {
    if ((box.flags().orElse(0) & 1) != 0) {
      move(box.content() + 8, 8);
    }
  }

  private void fragmentAccess(BmffBox box) throws IOException, DamagedAsset {
    int wide = box.version().orElse(0) == 1 ? 8 : 4;
    long sizes = source.u32(box.content() + 8);
    int numbers = (int) ((sizes >> 4 & 3) + 1 + (sizes >> 2 & 3) + 1 + (sizes & 3) + 1);
    long count = source.u32(box.content() + 12);
    long at = box.content() + 16;
    if (count * (2L * wide + numbers) > box.range().end() - at) {
      throw new DamagedAsset("a table of fragments that does not fit");
    }
    for (long i = 0; i < count; i++, at += 2L * wide + numbers) {
      move(at + wide, wide);
    }
  }

  /** Sizes follow each other from the first byte after the box and a gap on. */
  private void segmentIndex(BmffBox box) throws IOException, DamagedAsset {
    int wide = box.version().orElse(0) == 0 ? 4 : 8;
    long at = box.content() + 12 + wide;
    long gap = number(at, wide);
    int count = source.u16(at + wide + 2);
    long row = at + wide + 4;
    if (gap < 0 || gap > source.size() || 12L * count > box.range().end() - row) {
      throw new DamagedAsset("a segment index that does not fit");
    }
    long start = box.range().end() + gap;
    long after = relocation.of(box.range().offset()) + box.range().length();
    put(at, wide, relocation.of(start) - after);
    for (int i = 0; i < count; i++, row += 12) {
      long word = source.u32(row);
      long end = start + (word & 0x7FFFFFFF);
      long size = relocation.of(end) - relocation.of(start);
      if (size > 0x7FFFFFFF) {
        throw new DamagedAsset("a segment that outgrows its index");
      }
      put(row, 4, word & 0x80000000L | size);
      start = end;
    }
  }

  private void itemLocations(BmffBox box) throws IOException, DamagedAsset {
    int version = box.version().orElse(0);
    int sizes = source.u16(box.content() + 4);
    int offsetSize = sizes >> 12 & 0xF;
    int lengthSize = sizes >> 8 & 0xF;
    int baseSize = sizes >> 4 & 0xF;
    int indexSize = version == 0 ? 0 : sizes & 0xF;
    long at = box.content() + 6;
    long items = version < 2 ? source.u16(at) : source.u32(at);
    at += version < 2 ? 2 : 4;
    for (long item = 0; item < items; item++) {
      at += version < 2 ? 2 : 4;
      int method = version == 0 ? 0 : source.u16(at) & 0xF;
      at += (version == 0 ? 0 : 2) + 2;
      boolean based = method == 0 && number(at, baseSize) != 0;
      if (based) {
        move(at, baseSize);
      }
      at += baseSize;
      int extents = source.u16(at);
      at += 2;
      for (int extent = 0; extent < extents; extent++) {
        if (method == 0 && !based && offsetSize > 0) {
          move(at + indexSize, offsetSize);
        }
        at += indexSize + offsetSize + lengthSize;
      }
      if (at > box.range().end()) {
        throw new DamagedAsset("a table of items that does not fit");
      }
    }
  }

  private long number(long at, int width) throws IOException, DamagedAsset {
    return switch (width) {
      case 0 -> 0;
      case 4 -> source.u32(at);
      case 8 -> source.u64(at);
      default -> throw new DamagedAsset("an offset of an unknown width");
    };
  }

  private void move(long at, int width) throws IOException, DamagedAsset {
    put(at, width, relocation.of(number(at, width)));
  }

  private void put(long at, int width, long moved) throws DamagedAsset {
    if (width == 4 && moved > 0xFFFFFFFFL) {
      throw new DamagedAsset("an offset that outgrows 32 bits");
    }
    if (patches.size() > MOST_PATCHES) {
      throw new DamagedAsset("too many offsets");
    }
    byte[] eight = ByteBuffer.allocate(8).putLong(moved).array();
    patches.add(new Patch(at, Arrays.copyOfRange(eight, 8 - width, 8)));
  }

  /** The pieces of a range without what is removed and with the patches, which are in order. */
  static List<Embedding.Piece> apply(Range whole, List<Range> removed, List<Patch> patches) {
    List<Embedding.Piece> pieces = new ArrayList<>();
    long at = whole.offset();
    for (int i = 0; i < patches.size(); ) {
      long start = patches.get(i).offset();
      int next = i + 1;
      long end = start + patches.get(i).bytes().length;
      while (next < patches.size() && patches.get(next).offset() == end) {
        end += patches.get(next++).bytes().length;
      }
      ByteBuffer joined = ByteBuffer.allocate((int) (end - start));
      patches.subList(i, next).forEach(patch -> joined.put(patch.bytes()));
      pieces.addAll(Embedding.kept(Range.between(at, start), removed));
      pieces.add(new Embedding.Piece.Written(joined.array()));
      at = end;
      i = next;
    }
    pieces.addAll(Embedding.kept(Range.between(at, whole.end()), removed));
    return pieces;
  }
}
