package io.gasminer.c2pa.cbor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns one CBOR data item with the place where it lay in the source. Items that were built rather
 * than read have {@link Span#NONE}; the encoder ignores spans.
 */
public sealed interface CborValue
    permits CborInteger, CborBytes, CborText, CborArray, CborMap, CborTag, CborSimple, CborFloat {
  /** Where the whole item lay, its head included. */
  Span span();

  /** An integer. */
  static CborInteger of(long value) {
    return new CborInteger(BigInteger.valueOf(value), Span.NONE);
  }

  /** A text string. */
  static CborText of(String value) {
    return new CborText(value, Span.NONE);
  }

  /** A byte string. */
  static CborBytes of(byte[] value) {
    return new CborBytes(value, Span.NONE);
  }

  /** True or false. */
  static CborSimple of(boolean value) {
    return value ? CborSimple.TRUE : CborSimple.FALSE;
  }

  /** An array. */
  static CborArray array(List<? extends CborValue> items) {
    return new CborArray(List.copyOf(items), Span.NONE);
  }

  /** An array. */
  static CborArray array(CborValue... items) {
    return new CborArray(List.of(items), Span.NONE);
  }

  /** An empty map, to be filled with {@link CborMap#with}. */
  static CborMap map() {
    return new CborMap(new ArrayList<>(), Span.NONE);
  }

  /** A tagged item. */
  static CborTag tag(long number, CborValue content) {
    return new CborTag(number, content, Span.NONE);
  }

  /** The text, where this is text. */
  default Optional<String> asText() {
    return this instanceof CborText text ? Optional.of(text.value()) : Optional.empty();
  }

  /** The bytes, where this is a byte string. */
  default Optional<byte[]> asBytes() {
    return this instanceof CborBytes bytes ? Optional.of(bytes.value()) : Optional.empty();
  }

  /** The number, where this is an integer of 64 bits with a sign. */
  default Optional<Long> asLong() {
    return this instanceof CborInteger number && number.value().bitLength() < Long.SIZE
        ? Optional.of(number.value().longValue())
        : Optional.empty();
  }

  /** The truth value, where this is one. */
  default Optional<Boolean> asBoolean() {
    return this instanceof CborSimple simple && (simple.isTrue() || simple.isFalse())
        ? Optional.of(simple.isTrue())
        : Optional.empty();
  }

  /** The items, where this is an array. */
  default Optional<List<CborValue>> asList() {
    return this instanceof CborArray array ? Optional.of(array.items()) : Optional.empty();
  }

  /** The map, where this is one. */
  default Optional<CborMap> asMap() {
    return this instanceof CborMap map ? Optional.of(map) : Optional.empty();
  }

  /** The item without any tags around it. */
  default CborValue untagged() {
    CborValue inner = this;
    while (inner instanceof CborTag tag) {
      inner = tag.content();
    }
    return inner;
  }
}
