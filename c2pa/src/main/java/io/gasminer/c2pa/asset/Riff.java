package io.gasminer.c2pa.asset;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Owns RIFF (WebP, WAV, AVI): the store is the first {@code C2PA} chunk directly in the RIFF chunk;
 * it is written as the last.
 */
final class Riff implements Container {
  private static final String STORE_CHUNK = "C2PA";
  private static final int HEADER = 8;
  private static final int FIRST = 12;
  private static final int MOST_CHUNKS = 1_000_000;

  /** One chunk; the range has no byte of padding, {@code end} has. */
  private record Chunk(String type, Range range, long end) {}

  @Override
  public Located locate(Source source) throws IOException {
    try {
      for (Chunk chunk : chunks(source)) {
        if (chunk.type().equals(STORE_CHUNK)) {
          return store(source, chunk.range());
        }
      }
      return new Located.None();
    } catch (DamagedAsset damaged) {
      return new Located.Damaged(damaged.reason());
    }
  }

  private static Located store(Source source, Range range) throws IOException {
    if (range.end() > source.size() || range.length() > LONGEST_STORE) {
      return new Located.Damaged("a C2PA chunk that does not fit");
    }
    int length = (int) range.length() - HEADER;
    return length == 0
        ? new Located.None()
        : new Located.Store(source.read(range.offset() + HEADER, length), List.of(range));
  }

  @Override
  public List<NamedRange> parts(Source source) throws DamagedAsset {
    throw new DamagedAsset("RIFF files have no boxes hash");
  }

  @Override
  public Embedding embed(Source source, int storeSize) throws IOException, DamagedAsset {
    List<Chunk> chunks = chunks(source);
    long end = Math.min(HEADER + LittleEndian.u32(source, 4), source.size());
    List<Range> removed = new ArrayList<>();
    for (Chunk chunk : chunks) {
      if (chunk.end() > end) {
        throw new DamagedAsset("a RIFF chunk that does not fit");
      }
      if (chunk.type().equals(STORE_CHUNK)) {
        removed.add(Range.between(chunk.range().offset(), chunk.end()));
      }
    }
    long gone = removed.stream().mapToLong(Range::length).sum();
    long size = end - HEADER - gone + HEADER + storeSize + storeSize % 2;
    if (size > 0xFFFFFFFFL) {
      throw new DamagedAsset("a RIFF file that outgrows 32 bits");
    }
    List<Embedding.Piece> before = new ArrayList<>();
    before.add(new Embedding.Piece.Kept(new Range(0, 4)));
    before.add(new Embedding.Piece.Written(LittleEndian.four(size)));
    before.addAll(Embedding.kept(Range.between(HEADER, end), removed));
    // The byte that evens the chunk out is no part of it, so it is hashed with what follows.
    List<Embedding.Piece> after = new ArrayList<>();
    after.add(new Embedding.Piece.Written(new byte[storeSize % 2]));
    after.addAll(Embedding.kept(Range.between(end, source.size()), List.of()));
    return new Embedding(before, after, Riff::chunk, storeSize);
  }

  private static byte[] chunk(byte[] store) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(store.length + HEADER);
    out.writeBytes(STORE_CHUNK.getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(LittleEndian.four(store.length));
    out.writeBytes(store);
    return out.toByteArray();
  }

  /** Up to the first store; what is wrong behind it is not looked at. */
  private static List<Chunk> chunks(Source source) throws IOException, DamagedAsset {
    List<Chunk> chunks = new ArrayList<>();
    try {
      long end = HEADER + LittleEndian.u32(source, 4);
      for (long at = FIRST; at < end; at = chunks.getLast().end()) {
        long length = LittleEndian.u32(source, at + 4);
        String type = source.fourLetters(at);
        Range range = new Range(at, HEADER + length);
        chunks.add(new Chunk(type, range, range.end() + length % 2));
        if (type.equals(STORE_CHUNK)) {
          break;
        }
        if (chunks.size() > MOST_CHUNKS) {
          throw new DamagedAsset("too many RIFF chunks");
        }
      }
      return chunks;
    } catch (EOFException truncated) {
      throw new DamagedAsset("the RIFF file ends early");
    }
  }
}
