package io.gasminer.c2pa.asset;

import io.gasminer.c2pa.cbor.Span;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Owns ISO base media files (MP4, MOV, M4A, HEIC, AVIF): the store is a top-level {@code uuid} box
 * with the purpose {@code manifest}; boxes with the purpose {@code merkle} carry proofs
 * (specification appendix A).
 */
public final class Bmff implements Container {
  private static final byte[] STORE_TYPE =
      HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481");
  private static final int LONGEST_PURPOSE = 64;
  private static final int AROUND_STORE = 8 + 16 + 4 + 9 + 8;

  /** Owns one C2PA box: its purpose and the content that follows it. */
  private record StoreBox(BmffBox box, String purpose, Range content) {}

  static byte[] storeType() {
    return STORE_TYPE.clone();
  }

  @Override
  public Located locate(Source source) throws IOException {
    try {
      return locate(source, storeBoxes(source, BmffWalk.of(source)));
    } catch (DamagedAsset damaged) {
      return new Located.Damaged(damaged.reason());
    } catch (EOFException truncated) {
      return new Located.Damaged("a C2PA box ends early");
    }
  }

  private static Located locate(Source source, List<StoreBox> boxes) throws IOException {
    List<StoreBox> stores = boxes.stream().filter(box -> !box.purpose().equals("merkle")).toList();
    if (stores.isEmpty()) {
      return new Located.None();
    }
    if (stores.size() > 1) {
      // An original with an update is a store in two parts, which no signer here writes.
      return new Located.Damaged("more than one manifest store");
    }
    StoreBox store = stores.getFirst();
    long length = store.content().length() - 8;
    if (!store.purpose().equals("manifest") || length < 0 || length > LONGEST_STORE) {
      return new Located.Damaged("a C2PA box that holds no whole store");
    }
    return length == 0
        ? new Located.None()
        : new Located.Store(
            source.read(store.content().offset() + 8, (int) length), List.of(store.box().range()));
  }

  @Override
  public List<NamedRange> parts(Source source) throws DamagedAsset {
    throw new DamagedAsset("ISO base media files have no boxes hash");
  }

  /** The content of the C2PA boxes with the purpose {@code merkle}, in file order. */
  public static List<byte[]> proofs(Source source, List<BmffBox> boxes)
      throws IOException, DamagedAsset {
    List<byte[]> proofs = new ArrayList<>();
    for (StoreBox box : storeBoxes(source, boxes)) {
      if (box.purpose().equals("merkle")) {
        if (box.content().length() > LONGEST_STORE) {
          throw new DamagedAsset("a proof that is too long");
        }
        proofs.add(source.read(box.content().offset(), (int) box.content().length()));
      }
    }
    return proofs;
  }

  @Override
  public Embedding embed(Source source, int storeSize) throws IOException, DamagedAsset {
    List<BmffBox> boxes = BmffWalk.of(source);
    if (boxes.isEmpty() || !boxes.getFirst().type().equals("ftyp")) {
      throw new DamagedAsset("the file does not begin with ftyp");
    }
    List<Range> removed = storeBoxes(source, boxes).stream().map(box -> box.box().range()).toList();
    long insertion = boxes.getFirst().range().end();
    Relocation relocation = new Relocation(insertion, (long) AROUND_STORE + storeSize, removed);
    List<BmffOffsets.Patch> patches = new BmffOffsets(source, relocation).patches(boxes);
    return new Embedding(
        Embedding.kept(new Range(0, insertion), List.of()),
        BmffOffsets.apply(Range.between(insertion, source.size()), removed, patches),
        Bmff::storeBox,
        storeSize);
  }

  private static byte[] storeBox(byte[] store) {
    ByteBuffer box = ByteBuffer.allocate(AROUND_STORE + store.length);
    box.putInt(box.capacity()).put("uuid".getBytes(StandardCharsets.ISO_8859_1)).put(STORE_TYPE);
    box.putInt(0).put("manifest\0".getBytes(StandardCharsets.ISO_8859_1)).putLong(0);
    return box.put(store).array();
  }

  private static List<StoreBox> storeBoxes(Source source, List<BmffBox> boxes)
      throws IOException, DamagedAsset {
    List<StoreBox> found = new ArrayList<>();
    for (BmffBox box : boxes) {
      if (box.path().equals("/uuid") && source.has(box.content(), STORE_TYPE)) {
        StoreBox store = storeBox(source, box);
        if (List.of("manifest", "original", "update", "merkle").contains(store.purpose())) {
          found.add(store);
        }
      }
    }
    return found;
  }

  private static StoreBox storeBox(Source source, BmffBox box) throws IOException, DamagedAsset {
    ByteArrayOutputStream purpose = new ByteArrayOutputStream();
    long at = box.content() + 16 + 4;
    while (true) {
      if (at >= box.range().end() || purpose.size() > LONGEST_PURPOSE) {
        throw new DamagedAsset("a C2PA box without a purpose");
      }
      int letter = source.u8(at++);
      if (letter == 0) {
        break;
      }
      purpose.write(letter);
    }
    return new StoreBox(
        box, purpose.toString(StandardCharsets.ISO_8859_1), Range.between(at, box.range().end()));
  }

  /** The box at a span of a proof is CBOR followed by zeros, which do not count. */
  static Span withoutPadding(byte[] proof) {
    int end = proof.length;
    while (end > 0 && proof[end - 1] == 0) {
      end--;
    }
    return new Span(0, end);
  }
}
