package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.asset.Container;
import io.gasminer.c2pa.asset.Folder;
import io.gasminer.c2pa.asset.Range;
import io.gasminer.c2pa.asset.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Owns the asset that hard bindings speak of. */
public sealed interface BoundAsset {
  /**
   * One file.
   *
   * @param store the range that carries the manifest store: from its first byte, as long as its
   *     parts
   * @param outcomes of hashing it, shared by all judgements of that one store
   */
  record Whole(Source source, Container container, Range store, BindingOutcomes outcomes)
      implements BoundAsset {
    /** A file that was not hashed yet. */
    public Whole(Source source, Container container, Range store) {
      this(source, container, store, new BindingOutcomes());
    }
  }

  /**
   * An initialization segment with media segments in files of their own.
   *
   * @param segments of each track in the order in which they are played
   * @param complete whether these must be all
   */
  record Fragmented(Source init, List<Path> segments, boolean complete) implements BoundAsset {
    public Fragmented {
      segments = List.copyOf(segments);
    }
  }

  /** Files of a folder that are listed. */
  record Collection(Folder folder) implements BoundAsset {}

  /** The assertions of a manifest that must hold for such an asset, in the order of judgement. */
  default List<Assertion> bindings(Manifest manifest) {
    return this instanceof Collection
        ? Stream.concat(
                manifest.all(CollectionHash.LABEL).stream(), manifest.hardBindings().stream())
            .toList()
        : manifest.hardBindings();
  }
}
