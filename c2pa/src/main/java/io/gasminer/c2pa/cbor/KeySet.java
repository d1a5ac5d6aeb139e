package io.gasminer.c2pa.cbor;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * Owns the keys seen in one map, compared by meaning: in deterministic encoding, without places.
 */
final class KeySet {
  private final Set<Object> seen = new HashSet<>();

  /** Whether the key is new. */
  boolean add(CborValue key) {
    return seen.add(
        switch (key) {
          case CborText text -> text.value();
          case CborInteger number -> number.value();
          default -> ByteBuffer.wrap(CborEncoder.encode(key));
        });
  }
}
