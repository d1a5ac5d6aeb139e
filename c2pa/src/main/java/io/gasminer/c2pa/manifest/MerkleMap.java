package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns one row of a tree over the media data of a BMFF asset (specification §18.7).
 *
 * @param count the number of leaves
 * @param hashes one row of the tree, from the leaves to the root
 */
public record MerkleMap(
    long uniqueId,
    long localId,
    long count,
    Optional<String> algorithm,
    Optional<byte[]> initHash,
    List<byte[]> hashes,
    Optional<Long> fixedBlockSize,
    Optional<List<Long>> variableBlockSizes) {
  public MerkleMap {
    hashes = List.copyOf(hashes);
    variableBlockSizes = variableBlockSizes.map(List::copyOf);
  }

  static Optional<MerkleMap> of(CborMap map) {
    Optional<Long> unique = Fields.number(map, "uniqueId");
    Optional<Long> local = Fields.number(map, "localId");
    Optional<Long> count = Fields.number(map, "count");
    Optional<List<byte[]>> hashes = map.get("hashes").flatMap(MerkleMap::hashes);
    if (unique.isEmpty() || local.isEmpty() || count.isEmpty() || hashes.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new MerkleMap(
            unique.get(),
            local.get(),
            count.get(),
            Fields.text(map, "alg"),
            map.get("initHash").flatMap(Fields::bytes),
            hashes.get(),
            Fields.number(map, "fixedBlockSize"),
            map.get("variableBlockSizes").flatMap(MerkleMap::numbers)));
  }

  static Optional<List<byte[]>> hashes(CborValue value) {
    return value
        .asList()
        .flatMap(
            items -> {
              List<byte[]> hashes = new ArrayList<>();
              items.forEach(item -> Fields.bytes(item).ifPresent(hashes::add));
              return hashes.size() == items.size() ? Optional.of(hashes) : Optional.empty();
            });
  }

  private static Optional<List<Long>> numbers(CborValue value) {
    return value
        .asList()
        .map(items -> items.stream().map(item -> item.asLong().orElse(-1L)).toList())
        .filter(numbers -> numbers.stream().allMatch(number -> number >= 0));
  }
}
