package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.asset.AssetDigest;
import io.gasminer.c2pa.asset.BmffDigest;
import io.gasminer.c2pa.asset.BmffExclusion;
import io.gasminer.c2pa.asset.DamagedAsset;
import io.gasminer.c2pa.asset.Range;
import io.gasminer.c2pa.manifest.HardBinding.BmffHash;
import io.gasminer.c2pa.manifest.HardBinding.BoxesHash;
import io.gasminer.c2pa.manifest.HardBinding.DataHash;
import io.gasminer.c2pa.rules.ReaderRules;
import io.gasminer.c2pa.status.StatusCode;
import io.gasminer.c2pa.status.StatusLog;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owns the check that the asset is the one the manifest was made for (specification §15.12). */
final class HardBindingCheck {
  /** Each is a pass over the whole asset. */
  private static final int MOST_BINDINGS = 8;

  private final Manifest manifest;
  private final BoundAsset asset;
  private final boolean updated;
  private final ReaderRules rules;
  private final StatusLog log;

  HardBindingCheck(Manifest manifest, BoundAsset asset, boolean updated, Scope scope) {
    this.manifest = manifest;
    this.asset = asset;
    this.updated = updated;
    this.rules = scope.rules();
    this.log = scope.log();
  }

  void check() throws Unreadable, IOException {
    List<Assertion> bindings = manifest.hardBindings();
    if (bindings.size() > MOST_BINDINGS) {
      throw new Unreadable("too many hard bindings");
    }
    if (bindings.size() > 1) {
      log.failure(
          StatusCode.ASSERTION_MULTIPLE_HARD_BINDINGS,
          manifest.uri(),
          "claim has multiple data bindings");
    }
    for (Assertion binding : bindings) {
      String url = manifest.uriOf(binding);
      switch (HardBindingParser.parse(binding)) {
        case DataHash hash -> dataHash(hash, url);
        case BmffHash hash -> bmffHash(hash, url);
        case BoxesHash hash -> boxesHash(hash, url);
      }
    }
  }

  private void dataHash(DataHash hash, String url) throws IOException {
    if (hash.remote()) {
      log.failure(
          StatusCode.ASSERTION_DATA_HASH_MISMATCH, url, "remote data hashes are not supported");
      return;
    }
    List<Range> exclusions = updated ? adjusted(hash.exclusions()) : hash.exclusions();
    if (exclusions.size() > 1) {
      log.informational(
          StatusCode.ASSERTION_DATA_HASH_ADDITIONAL_EXCLUSIONS_PRESENT,
          url,
          "extra data hash exclusions found");
    }
    if (rules.exclusionMustBeTheStore() && !coversStore(exclusions)) {
      log.failure(
          StatusCode.ASSERTION_DATA_HASH_MISMATCH,
          url,
          "data hash exclusion does not match the manifest location in the asset");
    }
    Optional<String> mismatch = asset.outcomes().mismatch(url, () -> compare(hash, exclusions));
    if (mismatch.isEmpty()) {
      log.success(StatusCode.ASSERTION_DATA_HASH_MATCH, url, "data hash valid");
    } else {
      log.failure(StatusCode.ASSERTION_DATA_HASH_MISMATCH, url, of(mismatch.get()));
    }
  }

  private void compare(DataHash hash, List<Range> exclusions)
      throws Mismatch, DamagedAsset, IOException {
    MessageDigest digest = digest(hash.algorithm());
    byte[] found = AssetDigest.excluding(asset.source(), digest, exclusions);
    require(MessageDigest.isEqual(hash.hash(), found), "hashes do not match");
  }

  /** A store that is kept apart lies nowhere in the asset. */
  private boolean coversStore(List<Range> exclusions) {
    return asset.store().length() == 0 || exclusions.contains(asset.store());
  }

  /** An update manifest made the store longer than the one that its parent excluded. */
  private List<Range> adjusted(List<Range> exclusions) {
    Range store = asset.store();
    Optional<Range> old =
        exclusions.stream().filter(range -> range.offset() == store.offset()).findFirst();
    if (old.isEmpty()) {
      return exclusions;
    }
    long longer = Math.max(0, store.length() - old.get().length());
    List<Range> adjusted = new ArrayList<>();
    for (Range range : exclusions) {
      if (range.equals(old.get())) {
        adjusted.add(store);
      } else if (range.offset() > store.offset() && range.end() + longer > 0) {
        adjusted.add(new Range(range.offset() + longer, range.length()));
      } else {
        adjusted.add(range);
      }
    }
    return adjusted;
  }

  private void bmffHash(BmffHash hash, String url) throws IOException {
    if (hash.exclusions().isEmpty()
        || !hash.exclusions().stream().allMatch(BmffExclusion::isWellFormed)) {
      log.failure(StatusCode.ASSERTION_BMFF_HASH_MALFORMED, url, "the exclusions are malformed");
      return;
    }
    if (hash.exclusions().stream().anyMatch(BmffExclusion::isAdditional)) {
      log.informational(
          StatusCode.ASSERTION_BMFF_HASH_ADDITIONAL_EXCLUSIONS_PRESENT,
          url,
          "extra BMFF hash exclusions found");
    }
    Optional<String> mismatch = asset.outcomes().mismatch(url, () -> compare(hash));
    if (mismatch.isEmpty()) {
      log.success(StatusCode.ASSERTION_BMFF_HASH_MATCH, url, "BMFF hash valid");
    } else {
      log.failure(StatusCode.ASSERTION_BMFF_HASH_MISMATCH, url, of(mismatch.get()));
    }
  }

  private void compare(BmffHash hash) throws Mismatch, DamagedAsset, IOException {
    require(!hash.remote(), "remote hashes are not supported");
    BmffDigest digest = new BmffDigest(asset.source(), hash.exclusions(), hash.version());
    if (hash.hash().isPresent()) {
      byte[] found = digest.whole(digest(hash.algorithm()));
      require(MessageDigest.isEqual(hash.hash().get(), found), "hashes do not match");
    }
    if (hash.merkle().isPresent()) {
      new MerkleCheck(asset.source(), digest, hash.algorithm()).check(hash.merkle().get());
    }
  }

  private void boxesHash(BoxesHash hash, String url) throws IOException {
    Optional<String> mismatch = asset.outcomes().mismatch(url, () -> compare(hash));
    if (mismatch.isEmpty()) {
      log.success(StatusCode.ASSERTION_BOXES_HASH_MATCH, url, "boxes hash valid");
    } else {
      log.failure(StatusCode.ASSERTION_BOXES_HASH_MISMATCH, url, of(mismatch.get()));
    }
  }

  private void compare(BoxesHash hash) throws Mismatch, DamagedAsset, IOException {
    List<BoxesHashCheck.Part> parts =
        BoxesHashCheck.align(hash, asset.container().parts(asset.source()));
    for (BoxesHashCheck.Part part : parts) {
      MessageDigest digest = digest(part.entry().algorithm());
      byte[] found = AssetDigest.of(asset.source(), digest, part.range());
      require(MessageDigest.isEqual(part.entry().hash(), found), "hashes do not match");
    }
  }

  private MessageDigest digest(Optional<String> algorithm) throws Mismatch {
    return AssetDigest.named(algorithm.orElse(manifest.claim().algorithm()))
        .orElseThrow(() -> new Mismatch("an unsupported algorithm"));
  }

  static void require(boolean holds, String otherwise) throws Mismatch {
    if (!holds) {
      throw new Mismatch(otherwise);
    }
  }

  private static String of(String mismatch) {
    return "asset hash error: " + mismatch;
  }
}
