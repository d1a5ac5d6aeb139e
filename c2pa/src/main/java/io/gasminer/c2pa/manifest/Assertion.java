package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Owns one assertion as it lay in the store.
 *
 * @param origin by which list of the claim it is declared
 * @param hash of its box, by the algorithm of its declaration; empty when that is unknown
 */
public record Assertion(AssertionLabel label, Origin origin, byte[] hash, Content content) {
  /** By which list of the claim an assertion is declared. */
  public enum Origin {
    FIRST_VERSION,
    CREATED,
    GATHERED
  }

  /** Owns what an assertion holds. */
  public sealed interface Content {
    /** CBOR; the value is absent when it could not be decoded. */
    record Cbor(byte[] bytes, Optional<CborValue> value) implements Content {}

    /** JSON; the value is absent when it could not be parsed. */
    record Json(byte[] bytes, Optional<JsonNode> value) implements Content {}

    /** A file with its media type. */
    record EmbeddedFile(String mediaType, byte[] bytes) implements Content {}

    /** Content of a type by UUID, in hexadecimal. */
    record Uuid(String type, byte[] bytes) implements Content {}

    /** The bytes. */
    byte[] bytes();
  }

  /** The CBOR map, where the assertion is one. */
  public Optional<CborMap> map() {
    return content instanceof Content.Cbor cbor
        ? cbor.value().flatMap(value -> value.untagged().asMap())
        : Optional.empty();
  }

  /** Whether the label without version and instance is that one. */
  public boolean is(String base) {
    return label.base().equals(base);
  }

  /** Whether every byte is zero, as of an assertion that was redacted in place. */
  boolean isBlank() {
    for (byte each : content.bytes()) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the hash is that one. */
  boolean hashIs(byte[] expected) {
    return hash.length > 0 && Arrays.equals(hash, expected);
  }
}
