package io.gasminer.c2pa.manifest;

import static io.gasminer.c2pa.manifest.HardBindingCheck.require;

import io.gasminer.c2pa.asset.AssetDigest;
import io.gasminer.c2pa.asset.Bmff;
import io.gasminer.c2pa.asset.BmffBox;
import io.gasminer.c2pa.asset.BmffDigest;
import io.gasminer.c2pa.asset.DamagedAsset;
import io.gasminer.c2pa.asset.MerkleProof;
import io.gasminer.c2pa.asset.Range;
import io.gasminer.c2pa.asset.Source;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns the check of the trees over the media data of a BMFF asset (specification §18.7): over
 * blocks of {@code mdat} boxes, or over the fragments of one file.
 */
final class MerkleCheck {
  /** A media data box is hashed from here on, however long its header is. */
  private static final long HEADER = 16;

  private static final int MOST_TREES = 64;
  private static final int MOST_FRAGMENTS = 20_000;
  private static final long MOST_LEAF_BYTES = 32L * 1024 * 1024;

  private final Source source;
  private final BmffDigest file;
  private final Optional<String> algorithm;
  private final List<BmffBox> tops;

  MerkleCheck(Source source, BmffDigest file, Optional<String> algorithm) {
    this.source = source;
    this.file = file;
    this.algorithm = algorithm;
    this.tops = file.boxes().stream().filter(BmffBox::isTop).toList();
  }

  void check(List<MerkleMap> maps) throws Mismatch, DamagedAsset, IOException {
    require(maps.size() <= MOST_TREES, "too many trees");
    List<MerkleProof> proofs = Bmff.proofs(source, file.boxes());
    Optional<BmffBox> fragment = tops.stream().filter(box -> box.type().equals("moof")).findFirst();
    for (MerkleMap map : maps) {
      if (map.initHash().isPresent()) {
        require(fragment.isPresent(), "an initHash on media without fragments");
        Range init = new Range(0, fragment.orElseThrow().range().offset());
        byte[] found = file.within(digest(map), init);
        require(MessageDigest.isEqual(map.initHash().get(), found), "hashes do not match");
      }
    }
    if (fragment.isPresent()) {
      fragments(maps, proofs);
    } else {
      mediaData(maps, proofs);
    }
  }

  private void fragments(List<MerkleMap> maps, List<MerkleProof> proofs)
      throws Mismatch, DamagedAsset, IOException {
    List<Range> chunks = chunks();
    require(chunks.size() <= MOST_FRAGMENTS, "too many fragments");
    for (MerkleMap map : maps) {
      require(
          chunks.size() == map.count() && proofs.size() == map.count(),
          "an incorrect number of fragment hashes");
      for (int i = 0; i < chunks.size(); i++) {
        byte[] leaf = file.within(digest(map), chunks.get(i));
        MerkleProof proof = proofs.get(i);
        require(
            MerkleTree.holds(map, digest(map), leaf, proof.location(), proof.hashes()),
            "a fragment is not valid");
      }
    }
  }

  /** From each {@code moof} up to the next. */
  private List<Range> chunks() {
    List<Range> chunks = new ArrayList<>();
    long start = -1;
    for (BmffBox box : tops) {
      if (box.type().equals("moof")) {
        if (start >= 0) {
          chunks.add(Range.between(start, box.range().offset()));
        }
        start = box.range().offset();
      }
    }
    chunks.add(Range.between(start, tops.getLast().range().end()));
    return chunks;
  }

  private void mediaData(List<MerkleMap> maps, List<MerkleProof> proofs)
      throws Mismatch, DamagedAsset, IOException {
    List<BmffBox> media = tops.stream().filter(box -> box.type().equals("mdat")).toList();
    require(media.size() == maps.size(), "not one tree for each mdat box");
    int used = 0;
    for (int i = 0; i < maps.size(); i++) {
      MerkleMap map = maps.get(i);
      List<Range> blocks = blocks(map, media.get(i).range());
      require(blocks.size() == map.count(), "the number of leaves is not the tree's count");
      List<MerkleProof> own = List.of();
      if (!proofs.isEmpty()) {
        require(used + blocks.size() <= proofs.size(), "too few proofs");
        own = proofs.subList(used, used + blocks.size());
        used += blocks.size();
      }
      check(map, blocks, own);
    }
  }

  private void check(MerkleMap map, List<Range> blocks, List<MerkleProof> proofs)
      throws Mismatch, DamagedAsset, IOException {
    List<byte[]> leaves = new ArrayList<>();
    for (Range block : blocks) {
      leaves.add(AssetDigest.of(source, digest(map), block));
    }
    if (proofs.isEmpty() && map.hashes().size() == 1 && map.count() > 1) {
      byte[] root = MerkleTree.root(digest(map), leaves);
      require(MessageDigest.isEqual(map.hashes().getFirst(), root), "the root does not match");
      return;
    }
    for (int i = 0; i < leaves.size(); i++) {
      boolean holds =
          proofs.isEmpty()
              ? MerkleTree.holds(map, digest(map), leaves.get(i), i, Optional.empty())
              : MerkleTree.holds(
                  map,
                  digest(map),
                  leaves.get(i),
                  proofs.get(i).location(),
                  proofs.get(i).hashes());
      require(holds, "a block does not match");
    }
  }

  private List<Range> blocks(MerkleMap map, Range box) throws Mismatch {
    require(
        map.fixedBlockSize().isEmpty() || map.variableBlockSizes().isEmpty(),
        "blocks that are both fixed and variable");
    long at = box.offset() + HEADER;
    long left = Math.max(0, box.length() - HEADER);
    List<Range> blocks = new ArrayList<>();
    if (map.fixedBlockSize().isPresent()) {
      long size = map.fixedBlockSize().get();
      require(size > 1 && left / size < MOST_LEAF_BYTES / 32, "blocks that are too small");
      while (left > 0) {
        long length = Math.min(size, left);
        blocks.add(new Range(at, length));
        at += length;
        left -= length;
      }
    } else if (map.variableBlockSizes().isPresent()) {
      for (long size : map.variableBlockSizes().get()) {
        require(size <= left, "blocks that are longer than their box");
        blocks.add(new Range(at, size));
        at += size;
        left -= size;
      }
      require(left == 0, "blocks that are shorter than their box");
    } else {
      blocks.add(new Range(at, left));
    }
    return blocks;
  }

  private MessageDigest digest(MerkleMap map) throws Mismatch {
    return map.algorithm()
        .or(() -> algorithm)
        .flatMap(AssetDigest::named)
        .orElseThrow(() -> new Mismatch("an unsupported algorithm"));
  }
}
