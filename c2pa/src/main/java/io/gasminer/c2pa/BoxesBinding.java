package io.gasminer.c2pa;

import io.gasminer.c2pa.asset.AssetDigest;
import io.gasminer.c2pa.asset.Container;
import io.gasminer.c2pa.asset.DamagedAsset;
import io.gasminer.c2pa.asset.NamedRange;
import io.gasminer.c2pa.asset.Range;
import io.gasminer.c2pa.asset.Source;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Owns the binding by named parts (specification §18.8) in its shortest form: one hash for all
 * parts before the store and one for all after it.
 *
 * @param before the names of the parts before the store
 * @param after the names of those after it
 * @param tail bytes at the end that belong to no part
 */
record BoxesBinding(List<String> before, List<String> after, long tail) implements AssetBinding {
  private static final int HASH = 32;

  BoxesBinding {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** The binding of an asset before the store is put into it. */
  static BoxesBinding of(Container container, Source source) throws IOException, DamagedAsset {
    long insertion = container.embed(source, 1).exclusion().offset();
    List<NamedRange> parts = container.parts(source);
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    long at = 0;
    for (NamedRange part : parts) {
      if (!part.name().equals(NamedRange.STORE)) {
        (at < insertion ? before : after).add(part.name());
        at += part.range().length();
      }
    }
    return new BoxesBinding(before, after, source.size() - parts.getLast().range().end());
  }

  @Override
  public List<AssertionDraft> placeholder() {
    return assertion(new byte[HASH], new byte[HASH]);
  }

  @Override
  public List<AssertionDraft> of(Source signed, Range store) throws IOException, DamagedAsset {
    return assertion(
        digest(signed, new Range(0, store.offset())),
        digest(signed, Range.between(store.end(), signed.size() - tail)));
  }

  private static byte[] digest(Source signed, Range range) throws IOException, DamagedAsset {
    return AssetDigest.of(signed, HardBinding.sha256(), range);
  }

  private List<AssertionDraft> assertion(byte[] first, byte[] second) {
    List<CborMap> boxes = new ArrayList<>();
    boxes.add(entry(before, first));
    boxes.add(entry(List.of(NamedRange.STORE), new byte[1]));
    boxes.add(entry(after, second));
    return List.of(
        AssertionDraft.cbor(
            "c2pa.hash.boxes", CborValue.map().with("boxes", CborValue.array(boxes))));
  }

  private static CborMap entry(List<String> names, byte[] hash) {
    return CborValue.map()
        .with("names", CborValue.array(names.stream().map(CborValue::of).toList()))
        .with("alg", CborValue.of("sha256"))
        .with("hash", CborValue.of(hash))
        .with("pad", CborValue.of(new byte[0]));
  }
}
