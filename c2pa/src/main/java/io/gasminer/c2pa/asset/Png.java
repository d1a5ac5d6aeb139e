package io.gasminer.c2pa.asset;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Owns PNG: the store is the one {@code caBX} chunk (specification appendix A). Checksums are not
 * checked, as the validators' reader does not; what follows {@code IEND} is hashed but not walked.
 */
final class Png implements Container {
  private static final String STORE_CHUNK = "caBX";
  private static final int SIGNATURE = 8;
  private static final int AROUND = 12;
  private static final int MOST_CHUNKS = 1_000_000;

  private record Chunk(String type, Range range) {
    boolean carriesStore() {
      return type.equals(STORE_CHUNK);
    }
  }

  @Override
  public Located locate(Source source) throws IOException {
    List<Chunk> stores;
    try {
      stores = chunks(source).stream().filter(Chunk::carriesStore).toList();
    } catch (DamagedAsset damaged) {
      return new Located.Damaged(damaged.reason());
    }
    if (stores.isEmpty()) {
      return new Located.None();
    }
    Range range = stores.getFirst().range();
    if (stores.size() > 1 || range.length() > LONGEST_STORE) {
      return new Located.Damaged("more than one manifest store, or one that is too long");
    }
    int length = (int) range.length() - AROUND;
    return length == 0
        ? new Located.None()
        : new Located.Store(source.read(range.offset() + 8, length), List.of(range));
  }

  @Override
  public List<NamedRange> parts(Source source) throws IOException, DamagedAsset {
    List<NamedRange> parts = new ArrayList<>();
    parts.add(new NamedRange("PNGh", new Range(0, SIGNATURE)));
    for (Chunk chunk : chunks(source)) {
      String name = chunk.carriesStore() ? NamedRange.STORE : chunk.type();
      parts.add(new NamedRange(name, chunk.range()));
    }
    return parts;
  }

  @Override
  public Embedding embed(Source source, int storeSize) throws IOException, DamagedAsset {
    List<Chunk> chunks = chunks(source);
    if (!chunks.getFirst().type().equals("IHDR")) {
      throw new DamagedAsset("the PNG does not begin with IHDR");
    }
    List<Range> removed = chunks.stream().filter(Chunk::carriesStore).map(Chunk::range).toList();
    long insertion = chunks.getFirst().range().end();
    return new Embedding(
        Embedding.kept(new Range(0, insertion), List.of()),
        Embedding.kept(Range.between(insertion, source.size()), removed),
        Png::chunk,
        storeSize);
  }

  private static byte[] chunk(byte[] store) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(store.length + AROUND);
    byte[] type = STORE_CHUNK.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 checksum = new CRC32();
    checksum.update(type);
    checksum.update(store);
    out.writeBytes(ByteBuffer.allocate(4).putInt(store.length).array());
    out.writeBytes(type);
    out.writeBytes(store);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    return out.toByteArray();
  }

  private static List<Chunk> chunks(Source source) throws IOException, DamagedAsset {
    List<Chunk> chunks = new ArrayList<>();
    long at = SIGNATURE;
    try {
      while (true) {
        long length = source.u32(at) + AROUND;
        String type = source.fourLetters(at + 4);
        if (length > source.size() - at || !type.chars().allMatch(letter -> letter < 0x80)) {
          throw new DamagedAsset("a PNG chunk that does not fit");
        }
        chunks.add(new Chunk(type, new Range(at, length)));
        at += length;
        if (type.equals("IEND")) {
          return chunks;
        }
        if (chunks.size() > MOST_CHUNKS) {
          throw new DamagedAsset("too many PNG chunks");
        }
      }
    } catch (EOFException truncated) {
      throw new DamagedAsset("the PNG ends before IEND");
    }
  }
}
