package io.gasminer.c2pa;

import io.gasminer.c2pa.SegmentedMedia.Copy;
import io.gasminer.c2pa.asset.Bmff;
import io.gasminer.c2pa.asset.BmffDigest;
import io.gasminer.c2pa.asset.BmffExclusion;
import io.gasminer.c2pa.asset.DamagedAsset;
import io.gasminer.c2pa.asset.Embedding;
import io.gasminer.c2pa.asset.MerkleProof;
import io.gasminer.c2pa.asset.Source;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.manifest.MerkleTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Owns one signing of media in segments (specification §A.5.4). Segments are written first, with
 * room for their proofs, because a proof depends on the other segments; then the trees are known,
 * the proofs are filled in and the manifest is made. For one thread and one use.
 */
final class SegmentSigning {
  private static final int VERSION = 3;
  private static final int HASH = 32;

  /** There is one initialization segment, so tracks alone tell trees apart. */
  private static final long UNIQUE = 1;

  /** A manifest of one kilobyte more, for proofs that are shorter by five hashes. */
  private static final int LONGEST_ROW = 32;

  private final SegmentedMedia media;
  private final ManifestDraft manifest;
  private final UnaryOperator<byte[]> signing;
  private final int signatureSize;

  SegmentSigning(
      SegmentedMedia media,
      ManifestDraft manifest,
      UnaryOperator<byte[]> signing,
      int signatureSize) {
    this.media = media;
    this.manifest = manifest;
    this.signing = signing;
    this.signatureSize = signatureSize;
  }

  void sign() throws DamagedAsset, IOException {
    Files.createDirectories(media.init().signed().toAbsolutePath().getParent());
    List<CborMap> trees = new ArrayList<>();
    for (Map.Entry<Long, List<Copy>> track : media.tracks().entrySet()) {
      trees.add(tree(track.getKey(), track.getValue()));
    }
    int size = store(trees, new byte[HASH], false).length;
    try (Source source = Source.open(media.init().original())) {
      Embedding plan = new Bmff().embed(source, size);
      plan.write(source, new byte[size], media.init().signed());
      byte[] hash = hash(media.init().signed());
      plan.fill(store(trees, hash, true), media.init().signed());
    }
  }

  /** Writes the segments of a track and gives its row of the manifest, without the initHash. */
  private CborMap tree(long track, List<Copy> segments) throws DamagedAsset, IOException {
    List<byte[]> leaves = new ArrayList<>();
    List<List<byte[]>> shape =
        MerkleTree.rows(HardBinding.sha256(), segments.stream().map(_ -> new byte[HASH]).toList());
    int row = 0;
    while (shape.get(row).size() > LONGEST_ROW) {
      row++;
    }
    for (int i = 0; i < segments.size(); i++) {
      byte[] proof = proof(shape, track, i, row);
      try (Source source = Source.open(segments.get(i).original())) {
        Bmff.embedProof(source, proof.length).write(source, proof, segments.get(i).signed());
      }
      leaves.add(hash(segments.get(i).signed()));
    }
    List<List<byte[]>> rows = MerkleTree.rows(HardBinding.sha256(), leaves);
    for (int i = 0; i < segments.size(); i++) {
      byte[] proof = proof(rows, track, i, row);
      try (Source source = Source.open(segments.get(i).original())) {
        Bmff.embedProof(source, proof.length).fill(proof, segments.get(i).signed());
      }
    }
    return CborValue.map()
        .with("uniqueId", CborValue.of(UNIQUE))
        .with("localId", CborValue.of(track))
        .with("count", CborValue.of(segments.size()))
        .with("alg", CborValue.of("sha256"))
        .with("hashes", CborValue.array(rows.get(row).stream().map(CborValue::of).toList()));
  }

  private static byte[] proof(List<List<byte[]>> rows, long track, int location, int row) {
    List<byte[]> hashes = MerkleTree.proof(rows, location, row);
    return new MerkleProof(
            UNIQUE, track, location, Optional.of(hashes).filter(list -> !list.isEmpty()))
        .encoded();
  }

  private byte[] store(List<CborMap> trees, byte[] initHash, boolean signed) {
    List<CborMap> whole =
        trees.stream().map(tree -> tree.with("initHash", CborValue.of(initHash))).toList();
    CborMap content =
        CborValue.map()
            .with("name", CborValue.of("jumbf manifest"))
            .with("alg", CborValue.of("sha256"))
            .with("exclusions", HardBinding.exclusions())
            .with("merkle", CborValue.array(whole));
    return manifest.store(
        List.of(AssertionDraft.cbor(HardBinding.BMFF.label(), content)),
        claim -> signed ? signing.apply(claim) : new byte[signatureSize]);
  }

  private static byte[] hash(Path signed) throws DamagedAsset, IOException {
    try (Source source = Source.open(signed)) {
      return new BmffDigest(source, BmffExclusion.mandatory(), VERSION).whole(HardBinding.sha256());
    }
  }
}
