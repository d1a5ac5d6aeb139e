package io.gasminer.c2pa;

import io.gasminer.c2pa.asset.DamagedAsset;
import io.gasminer.c2pa.asset.Range;
import io.gasminer.c2pa.asset.Source;
import java.io.IOException;
import java.util.List;

/** Owns how a new claim is bound to its asset (specification §9.2). */
interface AssetBinding {
  /** The assertions before the asset has been written; as long as the real ones. */
  List<AssertionDraft> placeholder();

  /**
   * The assertions for an asset in which the store need not be true yet.
   *
   * @param store where it lies, in its wrapping
   * @throws CannotSign when the asset as written cannot be bound so
   */
  List<AssertionDraft> of(Source signed, Range store) throws IOException, DamagedAsset, CannotSign;
}
