package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.asset.BmffExclusion;
import io.gasminer.c2pa.asset.Range;
import java.util.List;
import java.util.Optional;

/** Owns what binds a manifest to the bytes of its asset (specification §9.2). */
public sealed interface HardBinding {
  /** All bytes but the exclusions ({@code c2pa.hash.data}); remote ones were never supported. */
  record DataHash(List<Range> exclusions, Optional<String> algorithm, byte[] hash, boolean remote)
      implements HardBinding {
    public DataHash {
      exclusions = List.copyOf(exclusions);
    }
  }

  /** All boxes but the exclusions ({@code c2pa.hash.bmff}), with trees over media data. */
  record BmffHash(
      int version,
      List<BmffExclusion> exclusions,
      Optional<String> algorithm,
      Optional<byte[]> hash,
      Optional<List<MerkleMap>> merkle,
      boolean remote)
      implements HardBinding {
    public BmffHash {
      exclusions = List.copyOf(exclusions);
      merkle = merkle.map(List::copyOf);
    }
  }

  /** Named parts of a container ({@code c2pa.hash.boxes}). */
  record BoxesHash(List<Entry> entries) implements HardBinding {
    /** Owns the hash over parts that follow each other. */
    public record Entry(
        List<String> names, Optional<String> algorithm, byte[] hash, boolean excluded) {
      public Entry {
        names = List.copyOf(names);
      }
    }

    public BoxesHash {
      entries = List.copyOf(entries);
    }
  }
}
