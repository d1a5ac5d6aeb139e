package io.gasminer.c2pa.asset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Owns the reading of an ID3v2 tag of version 3 or 4.
 *
 * @param size of the whole tag in bytes, 0 where there is none
 * @param isPlain whether its frames lie as they are, so that they can be copied
 */
record Id3Tag(int version, long size, boolean isPlain, List<Frame> frames) {
  private static final int HEADER = 10;
  private static final int MOST_FRAMES = 10_000;
  private static final Set<String> STORE_TYPES =
      Set.of("application/c2pa", "application/x-c2pa-manifest-store");
  private static final int FOOTER = 0x10;
  private static final Id3Tag NONE = new Id3Tag(0, 0, true, List.of());

  /** One frame; where it carries a manifest store, the range of that. */
  record Frame(String id, Range range, Optional<Range> store) {}

  Id3Tag {
    frames = List.copyOf(frames);
  }

  static int synchsafe(int number) {
    return number & 0x7F
        | (number & 0x3F80) << 1
        | (number & 0x1FC000) << 2
        | (number & 0xFE00000) << 3;
  }

  static Id3Tag read(Source source) throws IOException {
    if (source.size() < HEADER || !source.has(0, "ID3")) {
      return NONE;
    }
    int version = source.u8(3);
    int flags = source.u8(5);
    long size = HEADER + unsynchsafe(source.u32(6));
    if ((flags & FOOTER) != 0) {
      size += HEADER;
    }
    if (version < 3 || version > 4 || size > source.size()) {
      return new Id3Tag(version, Math.min(size, source.size()), false, List.of());
    }
    return new Id3Tag(
        version, size, flags == 0, flags == 0 ? frames(source, version, size) : List.of());
  }

  private static List<Frame> frames(Source source, int version, long end) throws IOException {
    List<Frame> frames = new ArrayList<>();
    long at = HEADER;
    while (at <= end - HEADER && source.u8(at) != 0 && frames.size() < MOST_FRAMES) {
      long announced = source.u32(at + 4);
      long length = version == 4 ? unsynchsafe(announced) : announced;
      if (length > end - at - HEADER) {
        return List.of();
      }
      String id = source.fourLetters(at);
      Range range = new Range(at, HEADER + length);
      boolean plain = (source.u8(at + 9) & 0xFF) == 0;
      frames.add(
          new Frame(
              id, range, id.equals("GEOB") && plain ? store(source, range) : Optional.empty()));
      at = range.end();
    }
    return frames;
  }

  /** Encoding, media type, file name, description, object (ID3v2.4 §4.15). */
  private static Optional<Range> store(Source source, Range frame) throws IOException {
    long at = frame.offset() + HEADER;
    if (at >= frame.end()) {
      return Optional.empty();
    }
    int encoding = source.u8(at);
    long typeEnd = zero(source, at + 1, frame.end(), 1);
    if (typeEnd < 0 || typeEnd - at > 128) {
      return Optional.empty();
    }
    byte[] type = source.read(at + 1, (int) (typeEnd - at - 1));
    if (!STORE_TYPES.contains(new String(type, StandardCharsets.ISO_8859_1))) {
      return Optional.empty();
    }
    int width = encoding == 1 || encoding == 2 ? 2 : 1;
    long name = zero(source, typeEnd + 1, frame.end(), width);
    long description = name < 0 ? -1 : zero(source, name + width, frame.end(), width);
    return description < 0
        ? Optional.empty()
        : Optional.of(Range.between(description + width, frame.end()));
  }

  /** Where the zero that ends a text lies; -1 where there is none. */
  private static long zero(Source source, long from, long end, int width) throws IOException {
    for (long at = from; at <= end - width; at += width) {
      if (source.u8(at) == 0 && source.u8(at + width - 1) == 0) {
        return at;
      }
    }
    return -1;
  }

  private static long unsynchsafe(long number) {
    return number & 0x7F
        | (number & 0x7F00) >> 1
        | (number & 0x7F0000) >> 2
        | (number & 0x7F000000) >> 3;
  }
}
