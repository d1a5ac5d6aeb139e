package io.gasminer.c2pa.manifest;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owns the arithmetic of C2PA's trees: a node without a sibling moves up as it is. */
public final class MerkleTree {
  private MerkleTree() {}

  static byte[] root(MessageDigest digest, List<byte[]> leaves) {
    return rows(digest, leaves).getLast().getFirst();
  }

  /** All rows, from the leaves, of which there is at least one, up to the root. */
  public static List<List<byte[]>> rows(MessageDigest digest, List<byte[]> leaves) {
    List<List<byte[]>> rows = new ArrayList<>();
    rows.add(leaves);
    while (rows.getLast().size() > 1) {
      List<byte[]> row = rows.getLast();
      List<byte[]> above = new ArrayList<>();
      for (int i = 0; i < row.size(); i += 2) {
        above.add(i + 1 < row.size() ? joined(digest, row.get(i), row.get(i + 1)) : row.get(i));
      }
      rows.add(above);
    }
    return rows;
  }

  /**
   * The hashes that lead from a leaf to a row; a node without a sibling needs none.
   *
   * @param row how many rows above the leaves
   */
  public static List<byte[]> proof(List<List<byte[]>> rows, int location, int row) {
    List<byte[]> proof = new ArrayList<>();
    int index = location;
    for (List<byte[]> siblings : rows.subList(0, row)) {
      int sibling = index ^ 1;
      if (sibling < siblings.size()) {
        proof.add(siblings.get(sibling));
      }
      index /= 2;
    }
    return proof;
  }

  /** Whether the leaf leads to the row that the map holds. */
  static boolean holds(
      MerkleMap map,
      MessageDigest digest,
      byte[] leaf,
      long location,
      Optional<List<byte[]>> proof) {
    if (location >= map.count()) {
      return false;
    }
    long index = location;
    byte[] hash = leaf;
    int used = 0;
    for (long row = map.count(); row != map.hashes().size(); row = (row + 1) / 2) {
      boolean right = index % 2 == 1;
      if (proof.isPresent() && (right || index + 1 < row)) {
        if (used >= proof.get().size()) {
          return false;
        }
        byte[] sibling = proof.get().get(used++);
        hash = right ? joined(digest, sibling, hash) : joined(digest, hash, sibling);
      }
      index /= 2;
      if (row <= 1) {
        break;
      }
    }
    return index < map.hashes().size()
        && MessageDigest.isEqual(map.hashes().get((int) index), hash);
  }

  private static byte[] joined(MessageDigest digest, byte[] left, byte[] right) {
    digest.update(left);
    digest.update(right);
    return digest.digest();
  }
}
