package io.gasminer.c2pa.asset;

import io.gasminer.c2pa.cbor.Span;
import io.gasminer.c2pa.jumbf.JumbfParser;
import io.gasminer.c2pa.jumbf.JumbfWriter;
import io.gasminer.c2pa.jumbf.Superbox;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns ISO base media files (MP4, MOV, M4A, HEIC, AVIF): the store is a top-level {@code uuid} box
 * with the purpose {@code manifest}; boxes with the purpose {@code merkle} carry proofs
 * (specification appendix A).
 */
public final class Bmff implements Container {
  private static final byte[] STORE_TYPE =
      HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481");
  private static final int LONGEST_PURPOSE = 64;
  private static final int LONGEST_PROOF = 1024 * 1024;
  private static final int AROUND_STORE = 8 + 16 + 4 + 9 + 8;

  /** Owns one C2PA box: its purpose and the content that follows it. */
  private record StoreBox(BmffBox box, String purpose, Range content) {
    boolean isProof() {
      return purpose.equals("merkle");
    }
  }

  static byte[] storeType() {
    return STORE_TYPE.clone();
  }

  @Override
  public Located locate(Source source) throws IOException {
    if (!source.has(4, "ftyp")) {
      return new Located.Damaged("the file does not begin with ftyp");
    }
    try {
      return locate(source, storeBoxes(source, BmffWalk.of(source)));
    } catch (DamagedAsset damaged) {
      return new Located.Damaged(damaged.reason());
    } catch (EOFException truncated) {
      return new Located.Damaged("a C2PA box ends early");
    }
  }

  private static Located locate(Source source, List<StoreBox> boxes)
      throws IOException, DamagedAsset {
    proofsIn(source, boxes);
    List<StoreBox> stores = boxes.stream().filter(box -> !box.isProof()).toList();
    if (stores.isEmpty()) {
      return new Located.None();
    }
    if (stores.size() == 2) {
      return joined(source, stores);
    }
    StoreBox store = stores.getFirst();
    if (stores.size() > 2 || !store.purpose().equals("manifest")) {
      return new Located.Damaged("more than one manifest store, or part of one");
    }
    byte[] bytes = content(source, store);
    return bytes.length == 0
        ? new Located.None()
        : new Located.Store(bytes, List.of(store.box().range()));
  }

  /** An original and an update are one store: the manifests of the first, then of the second. */
  private static Located joined(Source source, List<StoreBox> stores)
      throws IOException, DamagedAsset {
    Map<String, StoreBox> byPurpose = new HashMap<>();
    stores.forEach(store -> byPurpose.put(store.purpose(), store));
    StoreBox original = byPurpose.get("original");
    StoreBox update = byPurpose.get("update");
    if (original == null || update == null) {
      return new Located.Damaged("more than one manifest store");
    }
    byte[] first = content(source, original);
    byte[] second = content(source, update);
    Optional<Superbox> one = JumbfParser.parse(first).tree();
    Optional<Superbox> other = JumbfParser.parse(second).tree();
    if (one.isEmpty() || other.isEmpty()) {
      return new Located.Damaged("a manifest store in two parts that are malformed");
    }
    Span from = other.get().description().span();
    byte[] rest = Arrays.copyOfRange(second, from.end(), other.get().span().end());
    return new Located.Store(
        JumbfWriter.content("jumb", one.get().hashed().of(first), rest),
        List.of(original.box().range(), update.box().range()));
  }

  /** After eight bytes that say where the first proof lies. */
  private static byte[] content(Source source, StoreBox store) throws IOException, DamagedAsset {
    long length = store.content().length() - 8;
    if (length < 0 || length > LONGEST_STORE) {
      throw new DamagedAsset("a C2PA box that holds no whole store");
    }
    return source.read(store.content().offset() + 8, (int) length);
  }

  @Override
  public List<NamedRange> parts(Source source) throws DamagedAsset {
    throw new DamagedAsset("ISO base media files have no boxes hash");
  }

  /** The proofs in C2PA boxes with the purpose {@code merkle}, in file order. */
  public static List<MerkleProof> proofs(Source source, List<BmffBox> boxes)
      throws IOException, DamagedAsset {
    return proofsIn(source, storeBoxes(source, boxes));
  }

  private static List<MerkleProof> proofsIn(Source source, List<StoreBox> boxes)
      throws IOException, DamagedAsset {
    List<MerkleProof> proofs = new ArrayList<>();
    for (StoreBox box : boxes) {
      if (box.isProof()) {
        if (box.content().length() > LONGEST_PROOF) {
          throw new DamagedAsset("a proof that is too long");
        }
        byte[] bytes = source.read(box.content().offset(), (int) box.content().length());
        proofs.add(
            MerkleProof.of(bytes).orElseThrow(() -> new DamagedAsset("a proof without fields")));
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

  /**
   * How a media segment looks with a proof of that size before its {@code moof}, in place of any it
   * has (specification §A.5.4.1.2).
   *
   * @throws DamagedAsset when it is no segment with one {@code moof} and one {@code mdat}
   */
  public static Embedding embedProof(Source source, int proofSize)
      throws IOException, DamagedAsset {
    List<BmffBox> boxes = BmffWalk.of(source);
    long insertion = only(boxes, "moof").range().offset();
    if (only(boxes, "mdat").range().offset() < insertion) {
      throw new DamagedAsset("media data before its moof");
    }
    List<Range> removed = storeBoxes(source, boxes).stream().map(box -> box.box().range()).toList();
    long inserted = proofBox(new byte[proofSize]).length;
    Relocation relocation = new Relocation(insertion, inserted, removed);
    List<BmffOffsets.Patch> patches = new BmffOffsets(source, relocation).patches(boxes);
    return new Embedding(
        BmffOffsets.apply(
            new Range(0, insertion),
            removed,
            patches.stream().filter(patch -> patch.offset() < insertion).toList()),
        BmffOffsets.apply(
            Range.between(insertion, source.size()),
            removed,
            patches.stream().filter(patch -> patch.offset() >= insertion).toList()),
        Bmff::proofBox,
        proofSize);
  }

  /** The track of a media segment: that of its first fragment header. */
  public static long track(Source source) throws IOException, DamagedAsset {
    for (BmffBox box : BmffWalk.of(source)) {
      if (box.path().equals("/moof/traf/tfhd") && box.range().length() >= 16) {
        return source.u32(box.content() + 4);
      }
    }
    throw new DamagedAsset("a segment without a track");
  }

  private static BmffBox only(List<BmffBox> boxes, String type) throws DamagedAsset {
    List<BmffBox> found = boxes.stream().filter(box -> box.path().equals("/" + type)).toList();
    if (found.size() != 1) {
      throw new DamagedAsset("a segment must have one " + type + " box; this has " + found.size());
    }
    return found.getFirst();
  }

  private static byte[] proofBox(byte[] proof) {
    byte[] purpose = "merkle\0".getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer box = ByteBuffer.allocate(8 + 16 + 4 + purpose.length + proof.length);
    box.putInt(box.capacity()).put("uuid".getBytes(StandardCharsets.ISO_8859_1)).put(STORE_TYPE);
    return box.putInt(0).put(purpose).put(proof).array();
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
}
