package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cbor.CborDecoder;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.cbor.Span;
import java.util.List;
import java.util.Optional;

/**
 * Owns the way of one leaf to the row of its tree that the manifest holds.
 *
 * @param location which leaf it is
 */
record MerkleProof(long location, Optional<List<byte[]>> hashes) {

  /** Reads a proof, which may be followed by zeros. */
  static Optional<MerkleProof> of(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    // The item itself may end with zeros, so the shortest prefix that decodes is sought.
    for (int length = end; length <= Math.min(bytes.length, end + 64); length++) {
      Optional<CborMap> map =
          CborDecoder.decode(bytes, new Span(0, length)).item().flatMap(CborValue::asMap);
      if (map.isPresent()) {
        return of(map.get());
      }
    }
    return Optional.empty();
  }

  private static Optional<MerkleProof> of(CborMap map) {
    boolean whole =
        Fields.number(map, "uniqueId").isPresent() && Fields.number(map, "localId").isPresent();
    return Fields.number(map, "location")
        .filter(location -> whole)
        .map(location -> new MerkleProof(location, map.get("hashes").flatMap(MerkleMap::hashes)));
  }
}
