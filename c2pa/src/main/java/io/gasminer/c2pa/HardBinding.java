package io.gasminer.c2pa;

import io.gasminer.c2pa.asset.AssetDigest;
import io.gasminer.c2pa.asset.BmffDigest;
import io.gasminer.c2pa.asset.BmffExclusion;
import io.gasminer.c2pa.asset.DamagedAsset;
import io.gasminer.c2pa.asset.MediaType;
import io.gasminer.c2pa.asset.Range;
import io.gasminer.c2pa.asset.Source;
import io.gasminer.c2pa.cbor.CborEncoder;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Owns the assertion that binds a claim to its asset (specification §18.4, §18.5), of a size that
 * does not depend on the asset.
 */
enum HardBinding implements AssetBinding {
  DATA("c2pa.hash.data") {
    @Override
    byte[] hash(Source signed, Range store) throws IOException, DamagedAsset {
      return AssetDigest.excluding(signed, sha256(), List.of(store));
    }

    @Override
    CborMap content(Range store, byte[] hash) {
      CborMap exclusion =
          CborValue.map()
              .with("start", CborValue.of(store.offset()))
              .with("length", CborValue.of(store.length()));
      CborMap content = common(hash).with("exclusions", CborValue.array(exclusion));
      int numbers = CborEncoder.encode(exclusion).length;
      return content.with("pad", CborValue.of(new byte[LONGEST_EXCLUSION - numbers]));
    }
  },

  BMFF("c2pa.hash.bmff.v3") {
    @Override
    byte[] hash(Source signed, Range store) throws IOException, DamagedAsset {
      return new BmffDigest(signed, BmffExclusion.mandatory(), 3).whole(sha256());
    }

    @Override
    CborMap content(Range store, byte[] hash) {
      return common(hash).with("exclusions", exclusions());
    }
  };

  /** Both numbers in eight bytes; the padding stays below 24, where its head would grow. */
  private static final int LONGEST_EXCLUSION = 1 + 6 + 7 + 2 * 9;

  private static final int HASH = 32;

  private final String label;

  HardBinding(String label) {
    this.label = label;
  }

  /** The assertion's label. */
  String label() {
    return label;
  }

  /** The binding that fits the container: by boxes where it has them, otherwise by bytes. */
  static HardBinding of(MediaType type) {
    return switch (type) {
      case HEIC, AVIF, M4A, MOV, THREE_GP, MP4 -> BMFF;
      default -> DATA;
    };
  }

  @Override
  public List<AssertionDraft> placeholder() {
    return List.of(AssertionDraft.cbor(label, content(new Range(0, 0), new byte[HASH])));
  }

  @Override
  public List<AssertionDraft> of(Source signed, Range store) throws IOException, DamagedAsset {
    return List.of(AssertionDraft.cbor(label, content(store, hash(signed, store))));
  }

  /** The hash of the signed asset, in which the store need not be true yet. */
  abstract byte[] hash(Source signed, Range store) throws IOException, DamagedAsset;

  /** The assertion. */
  abstract CborMap content(Range store, byte[] hash);

  private static CborMap common(byte[] hash) {
    return CborValue.map()
        .with("name", CborValue.of("jumbf manifest"))
        .with("alg", CborValue.of("sha256"))
        .with("hash", CborValue.of(hash));
  }

  /** The exclusions that every BMFF hash has. */
  static CborValue exclusions() {
    List<CborValue> rows = new ArrayList<>();
    for (BmffExclusion row : BmffExclusion.mandatory()) {
      CborMap map = CborValue.map().with("xpath", CborValue.of(row.xpath()));
      rows.add(row.content().isEmpty() ? map : map.with("data", expected(row)));
    }
    return CborValue.array(rows);
  }

  private static CborValue expected(BmffExclusion row) {
    return CborValue.array(
        row.content().stream()
            .map(
                bytes ->
                    CborValue.map()
                        .with("offset", CborValue.of(bytes.offset()))
                        .with("value", CborValue.of(bytes.value())))
            .toList());
  }

  static MessageDigest sha256() {
    return AssetDigest.named("sha256").orElseThrow();
  }
}
