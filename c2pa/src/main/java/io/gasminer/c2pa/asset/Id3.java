package io.gasminer.c2pa.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Owns MP3 and FLAC: the store is the object of a {@code GEOB} frame in an ID3v2 tag at the start.
 * A tag that cannot be read counts as none, as the validators' reader has it.
 */
final class Id3 implements Container {
  private static final byte[] FRAME_HEAD =
      "\0application/c2pa\0c2pa\0c2pa manifest store\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int HEADER = 10;
  private static final int LARGEST_TAG = 0x0FFFFFFF;

  @Override
  public Located locate(Source source) throws IOException {
    List<Range> stores = new ArrayList<>();
    for (Id3Tag.Frame frame : Id3Tag.read(source).frames()) {
      frame.store().ifPresent(stores::add);
    }
    if (stores.isEmpty() || stores.getFirst().length() == 0) {
      return new Located.None();
    }
    Range store = stores.getFirst();
    return stores.size() > 1 || store.length() > LONGEST_STORE
        ? new Located.Damaged("more than one manifest store, or one that is too long")
        : new Located.Store(source.read(store.offset(), (int) store.length()), List.of(store));
  }

  @Override
  public List<NamedRange> parts(Source source) throws DamagedAsset {
    throw new DamagedAsset("ID3 has no boxes hash");
  }

  @Override
  public Embedding embed(Source source, int storeSize) throws IOException, DamagedAsset {
    Id3Tag tag = Id3Tag.read(source);
    if (tag.size() > 0 && !tag.isPlain()) {
      throw new DamagedAsset("an ID3 tag of a kind that cannot be rewritten");
    }
    int version = tag.size() > 0 ? tag.version() : 4;
    List<Embedding.Piece> kept = new ArrayList<>();
    long size = HEADER + FRAME_HEAD.length + (long) storeSize;
    for (Id3Tag.Frame frame : tag.frames()) {
      if (frame.store().isEmpty()) {
        kept.add(new Embedding.Piece.Kept(frame.range()));
        size += frame.range().length();
      }
    }
    if (size > LARGEST_TAG) {
      throw new DamagedAsset("an ID3 tag that outgrows 28 bits");
    }
    List<Embedding.Piece> before = new ArrayList<>();
    before.add(new Embedding.Piece.Written(header(version, (int) size)));
    before.addAll(kept);
    before.add(new Embedding.Piece.Written(frameHead(version, storeSize)));
    // The frame around the store is hashed: newer readers want the exclusion to be the store alone.
    return new Embedding(
        before,
        Embedding.kept(Range.between(tag.size(), source.size()), List.of()),
        UnaryOperator.identity(),
        storeSize);
  }

  private static byte[] header(int version, int size) {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    header.put("ID3".getBytes(StandardCharsets.ISO_8859_1)).put((byte) version).putShort((short) 0);
    return header.putInt(Id3Tag.synchsafe(size)).array();
  }

  private static byte[] frameHead(int version, int storeSize) {
    int size = FRAME_HEAD.length + storeSize;
    ByteBuffer head = ByteBuffer.allocate(HEADER + FRAME_HEAD.length);
    head.put("GEOB".getBytes(StandardCharsets.ISO_8859_1));
    head.putInt(version == 4 ? Id3Tag.synchsafe(size) : size);
    return head.put(HEADER, FRAME_HEAD).array();
  }
}
