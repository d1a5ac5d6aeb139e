package io.gasminer.c2pa.asset;

import io.gasminer.c2pa.cbor.CborDecoder;
import io.gasminer.c2pa.cbor.CborEncoder;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns the way of one leaf to the row of its tree that the manifest holds, as a C2PA box with the
 * purpose {@code merkle} carries it (specification §18.7).
 *
 * @param uniqueId tells trees of different files apart
 * @param localId tells the trees of one file apart: of fragments it is the track
 * @param location which leaf it is
 * @param hashes absent where the row has the leaf as it is
 */
public record MerkleProof(
    long uniqueId, long localId, long location, Optional<List<byte[]>> hashes) {
  public MerkleProof {
    hashes = hashes.map(List::copyOf);
  }

  /** Reads a proof, which may be followed by zeros. */
  static Optional<MerkleProof> of(byte[] bytes) {
    return CborDecoder.decodeFirst(bytes).item().flatMap(CborValue::asMap).flatMap(MerkleProof::of);
  }

  /** The content of the box. */
  public byte[] encoded() {
    CborMap map =
        CborValue.map()
            .with("uniqueId", CborValue.of(uniqueId))
            .with("localId", CborValue.of(localId))
            .with("location", CborValue.of(location));
    return CborEncoder.encode(
        hashes
            .map(list -> CborValue.array(list.stream().map(CborValue::of).toList()))
            .map(array -> map.with("hashes", array))
            .orElse(map));
  }

  private static Optional<MerkleProof> of(CborMap map) {
    Optional<Long> unique = map.get("uniqueId").flatMap(CborValue::asLong);
    Optional<Long> local = map.get("localId").flatMap(CborValue::asLong);
    Optional<Long> location =
        map.get("location").flatMap(CborValue::asLong).filter(number -> number >= 0);
    return unique.isEmpty() || local.isEmpty() || location.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MerkleProof(
                unique.get(),
                local.get(),
                location.get(),
                map.get("hashes").flatMap(MerkleProof::hashes)));
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
