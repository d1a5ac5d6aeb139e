package io.gasminer.c2pa.asset;

import io.gasminer.c2pa.cbor.CborDecoder;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns the way of one leaf to the row of its tree that the manifest holds, as a C2PA box with the
 * purpose {@code merkle} carries it (specification §18.7).
 *
 * @param location which leaf it is
 */
public record MerkleProof(long location, Optional<List<byte[]>> hashes) {
  public MerkleProof {
    hashes = hashes.map(List::copyOf);
  }

  /** Reads a proof, which may be followed by zeros. */
  static Optional<MerkleProof> of(byte[] bytes) {
    return CborDecoder.decodeFirst(bytes).item().flatMap(CborValue::asMap).flatMap(MerkleProof::of);
  }

  private static Optional<MerkleProof> of(CborMap map) {
    boolean whole =
        map.get("uniqueId").flatMap(CborValue::asLong).isPresent()
            && map.get("localId").flatMap(CborValue::asLong).isPresent();
    return map.get("location")
        .flatMap(CborValue::asLong)
        .filter(location -> whole && location >= 0)
        .map(location -> new MerkleProof(location, map.get("hashes").flatMap(MerkleProof::hashes)));
  }

  private static Optional<List<byte[]>> hashes(CborValue value) {
    return value
        .asList()
        .flatMap(
            items -> {
              List<byte[]> hashes = new ArrayList<>();
              items.forEach(item -> item.asBytes().ifPresent(hashes::add));
              return hashes.size() == items.size() ? Optional.of(hashes) : Optional.empty();
            });
  }
}
