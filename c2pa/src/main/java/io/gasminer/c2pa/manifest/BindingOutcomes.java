package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.asset.DamagedAsset;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Owns what hashing one asset for one store came to, binding by binding, so that several judgements
 * of the same bytes hash them once. For one thread.
 */
public final class BindingOutcomes {
  private final Map<String, Optional<String>> mismatches = new HashMap<>();

  /** Hashes, and says how the asset differs by an exception. */
  interface Comparison {
    void run() throws Mismatch, DamagedAsset, IOException;
  }

  /** How the asset differs from what a binding says, if it does; compared the first time only. */
  Optional<String> mismatch(String url, Comparison comparison) throws IOException {
    Optional<String> known = mismatches.get(url);
    if (known != null) {
      return known;
    }
    Optional<String> found;
    try {
      comparison.run();
      found = Optional.empty();
    } catch (DamagedAsset | Mismatch mismatch) {
      found = Optional.of(String.valueOf(mismatch.getMessage()));
    }
    mismatches.put(url, found);
    return found;
  }
}
