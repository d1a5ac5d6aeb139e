package io.gasminer.c2pa.cbor;

import java.util.Optional;

/** Owns what came of decoding. */
public sealed interface Decoded {
  /** The bytes were one well-formed item and nothing else. */
  record Item(CborValue value) implements Decoded {}

  /** The bytes are not CBOR as C2PA may use it; the sender's fault, and no part of it counts. */
  record Malformed(String reason, int offset) implements Decoded {}

  /** The item, where there is one. */
  default Optional<CborValue> item() {
    return this instanceof Item item ? Optional.of(item.value()) : Optional.empty();
  }
}
