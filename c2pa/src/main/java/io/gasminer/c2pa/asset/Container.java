package io.gasminer.c2pa.asset;

import java.io.IOException;
import java.util.List;

/** Owns what one container format needs to carry a manifest store. Stateless. */
public interface Container {
  /** The longest store that is looked at, in bytes. */
  int LONGEST_STORE = 64 * 1024 * 1024;

  /** Finds the manifest store. */
  Located locate(Source source) throws IOException;

  /**
   * The parts in file order, which together cover the asset, for {@code c2pa.hash.boxes}.
   *
   * @throws DamagedAsset when the container cannot be walked or defines no parts
   */
  List<NamedRange> parts(Source source) throws IOException, DamagedAsset;

  /**
   * How the asset looks with a store of that size in place of any it has.
   *
   * @throws DamagedAsset when the container cannot be walked
   */
  Embedding embed(Source source, int storeSize) throws IOException, DamagedAsset;
}
