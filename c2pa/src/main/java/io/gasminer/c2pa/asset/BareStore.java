package io.gasminer.c2pa.asset;

import java.io.IOException;
import java.util.List;

/** Owns a manifest store in a file of its own (specification §11.4): the file is the store. */
final class BareStore implements Container {
  @Override
  public Located locate(Source source) throws IOException {
    if (source.size() == 0) {
      return new Located.None();
    }
    return source.size() > LONGEST_STORE
        ? new Located.Damaged("the manifest store is too long")
        : new Located.Store(
            source.read(0, (int) source.size()), List.of(new Range(0, source.size())));
  }

  @Override
  public List<NamedRange> parts(Source source) throws DamagedAsset {
    throw new DamagedAsset("a store of its own has no boxes hash");
  }

  @Override
  public Embedding embed(Source source, int storeSize) throws DamagedAsset {
    throw new DamagedAsset("a manifest store carries no other");
  }
}
