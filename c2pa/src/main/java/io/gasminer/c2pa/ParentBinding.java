package io.gasminer.c2pa;

import io.gasminer.c2pa.asset.AssetDigest;
import io.gasminer.c2pa.asset.Container;
import io.gasminer.c2pa.asset.DamagedAsset;
import io.gasminer.c2pa.asset.Located;
import io.gasminer.c2pa.asset.Range;
import io.gasminer.c2pa.asset.Source;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;

/**
 * Owns the binding of an update manifest: the parent's holds as long as nothing but the store
 * becomes another.
 *
 * @param offset where the parent's store begins
 * @param digest of all but the parent's store
 */
record ParentBinding(long offset, byte[] digest) implements AssetBinding {

  /** The binding of an asset whose store is that of the parent. */
  static ParentBinding of(Container container, Source source, ClaimDraft draft)
      throws IOException, DamagedAsset, CannotSign {
    if (!(container.locate(source) instanceof Located.Store store)
        || !isOf(draft.ingredients().getFirst(), store)) {
      throw new CannotSign("the parent of an update was not read from the asset that is signed");
    }
    return new ParentBinding(
        store.ranges().getFirst().offset(),
        AssetDigest.excluding(source, HardBinding.sha256(), store.ranges()));
  }

  /** Redactions may have changed the manifests, but not their names. */
  private static boolean isOf(IngredientDraft parent, Located.Store store) throws CannotSign {
    return CopiedManifest.allOf(store.bytes()).stream()
        .map(CopiedManifest::label)
        .toList()
        .equals(parent.manifests().stream().map(CopiedManifest::label).toList());
  }

  @Override
  public List<AssertionDraft> placeholder() {
    return List.of();
  }

  @Override
  public List<AssertionDraft> of(Source signed, Range store)
      throws IOException, DamagedAsset, CannotSign {
    byte[] rest = AssetDigest.excluding(signed, HardBinding.sha256(), List.of(store));
    if (store.offset() != offset || !MessageDigest.isEqual(rest, digest)) {
      throw new CannotSign(
          "the asset cannot take a longer store without changes elsewhere, so an update of its "
              + "manifest would not hold");
    }
    return List.of();
  }
}
