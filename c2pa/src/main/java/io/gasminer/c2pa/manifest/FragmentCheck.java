package io.gasminer.c2pa.manifest;

import static io.gasminer.c2pa.manifest.HardBindingCheck.require;

import io.gasminer.c2pa.asset.AssetDigest;
import io.gasminer.c2pa.asset.Bmff;
import io.gasminer.c2pa.asset.BmffDigest;
import io.gasminer.c2pa.asset.DamagedAsset;
import io.gasminer.c2pa.asset.MerkleProof;
import io.gasminer.c2pa.asset.Source;
import io.gasminer.c2pa.manifest.HardBinding.BmffHash;
import io.gasminer.c2pa.status.StatusCode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Owns the check of media in segments, each in a file of its own (specification §15.12.2.2,
 * §A.5.4): the segments of a tree must be there in their order, each once. One is open at a time.
 */
final class FragmentCheck {
  private static final int MOST_TREES = 64;
  private static final int MOST_SEGMENTS = 100_000;

  /** What tells trees apart. */
  private record Key(long uniqueId, long localId) {}

  /** Owns how far the segments of one tree have come. */
  private static final class Tree {
    private final MerkleMap map;
    private long next;

    Tree(MerkleMap map) {
      this.map = map;
    }
  }

  private final BoundAsset.Fragmented media;
  private final BmffHash hash;
  private final String algorithm;
  private final Map<Key, Tree> trees = new LinkedHashMap<>();
  private final Map<String, byte[]> inits = new HashMap<>();

  FragmentCheck(BoundAsset.Fragmented media, BmffHash hash, String claimAlgorithm) {
    this.media = media;
    this.hash = hash;
    this.algorithm = hash.algorithm().orElse(claimAlgorithm);
  }

  void check() throws Mismatch, DamagedAsset, IOException {
    require(hash.hash().isEmpty(), "a hash of one whole file for media in segments");
    List<MerkleMap> maps = hash.merkle().orElse(List.of());
    require(!maps.isEmpty(), "no tree over the segments");
    require(maps.size() <= MOST_TREES, "too many trees");
    require(media.segments().size() <= MOST_SEGMENTS, "too many segments");
    require(!media.segments().isEmpty(), "no segment is there");
    for (MerkleMap map : maps) {
      require(map.initHash().isPresent(), "a tree without the hash of its initialization segment");
      boolean first =
          trees.putIfAbsent(new Key(map.uniqueId(), map.localId()), new Tree(map)) == null;
      require(first, "two trees with the same identifiers");
    }
    for (Path segment : media.segments()) {
      try (Source source = Source.open(segment)) {
        segment(source);
      }
    }
    if (media.complete()) {
      for (Tree tree : trees.values()) {
        // A tree over the segments of another initialization segment is not looked for here.
        require(
            tree.next == tree.map.count() || (tree.next == 0 && !isOfThisInit(tree.map)),
            "a segment is missing: the tree has " + tree.map.count() + ", found " + tree.next);
      }
    }
  }

  private void segment(Source source) throws Mismatch, DamagedAsset, IOException {
    BmffDigest segment = new BmffDigest(source, hash.exclusions(), hash.version());
    List<MerkleProof> proofs = Bmff.proofs(source, segment.boxes());
    if (proofs.size() != 1) {
      throw Mismatch.of(
          StatusCode.ASSERTION_BMFF_HASH_MALFORMED,
          "a segment must carry one proof; this has " + proofs.size());
    }
    MerkleProof proof = proofs.getFirst();
    Tree tree = trees.get(new Key(proof.uniqueId(), proof.localId()));
    if (tree == null) {
      throw new Mismatch("a segment of a tree that the manifest does not have");
    }
    require(isOfThisInit(tree.map), "the initialization segment does not match");
    boolean inOrder =
        media.complete() ? proof.location() == tree.next : proof.location() >= tree.next;
    require(inOrder, "a segment that is out of order, there twice, or preceded by a missing one");
    byte[] leaf = segment.whole(digest(tree.map));
    require(
        MerkleTree.holds(tree.map, digest(tree.map), leaf, proof.location(), proof.hashes()),
        "a segment does not match");
    tree.next = proof.location() + 1;
  }

  private boolean isOfThisInit(MerkleMap map) throws Mismatch, DamagedAsset, IOException {
    String name = map.algorithm().orElse(algorithm);
    byte[] found = inits.get(name);
    if (found == null) {
      found = new BmffDigest(media.init(), hash.exclusions(), hash.version()).whole(digest(map));
      inits.put(name, found);
    }
    return MessageDigest.isEqual(map.initHash().orElseThrow(), found);
  }

  private MessageDigest digest(MerkleMap map) throws Mismatch {
    return AssetDigest.named(map.algorithm().orElse(algorithm))
        .orElseThrow(() -> new Mismatch("an unsupported algorithm"));
  }
}
