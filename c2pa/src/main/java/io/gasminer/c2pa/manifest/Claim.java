package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cbor.CborMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns a decoded claim of version 1 or 2 (specification §10.1).
 *
 * @param generator the text of version 1
 * @param generatorInfo maps with a name each
 * @param signature the URI of the signature box
 * @param created of version 1 all assertions, of version 2 those the signer answers for
 * @param algorithm of hashes that name none
 * @param bytes what is signed
 */
public record Claim(
    int version,
    Optional<String> generator,
    List<CborMap> generatorInfo,
    String instanceId,
    Optional<String> title,
    Optional<String> format,
    String signature,
    List<HashedUri> created,
    List<HashedUri> gathered,
    List<String> redactions,
    String algorithm,
    byte[] bytes) {
  public Claim {
    generatorInfo = List.copyOf(generatorInfo);
    created = List.copyOf(created);
    gathered = List.copyOf(gathered);
    redactions = List.copyOf(redactions);
  }

  /** All assertions, the created ones first. */
  public List<HashedUri> assertions() {
    List<HashedUri> all = new ArrayList<>(created);
    all.addAll(gathered);
    return all;
  }
}
