package io.gasminer.bittensor.scale;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns one value of the chain, free of how it is written.
 *
 * <p>Wrappers of one nameless field (an account around its 32 bytes, a netuid around its number)
 * are not there: a value looks the same before and after a runtime wraps it. Immutable, but for
 * arrays of bytes, which nobody may change.
 */
public sealed interface ScaleValue {
  /** Fields in order; without names for a tuple. */
  record Composite(List<String> names, List<ScaleValue> values) implements ScaleValue {}

  /** One case of several, {@code Option} and {@code Result} among them. */
  record Variant(String name, Composite fields) implements ScaleValue {}

  /** Elements of one type. */
  record Sequence(List<ScaleValue> elements) implements ScaleValue {}

  /** A sequence or an array of bytes; two are equal when their bytes are. */
  record Bytes(byte[] value) implements ScaleValue {
    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes that && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
      return "0x" + HexFormat.of().formatHex(value);
    }
  }

  /** Text, or a single character. */
  record Text(String value) implements ScaleValue {}

  /** An integer of 64 bits with a sign. */
  record Int(long value) implements ScaleValue {}

  /** An integer that does not fit into {@link Int}. */
  record BigInt(BigInteger value) implements ScaleValue {
    /** Refuses what fits into {@link Int}, so that equal numbers are equal values. */
    public BigInt {
      if (value.bitLength() < Long.SIZE) {
        throw new IllegalArgumentException("fits into an Int: " + value);
      }
    }
  }

  /**
   * A number in compact form that is larger than its type says. The runtime would refuse it, and
   * the field's other readers and writers do not: it is kept as it came and written back the same,
   * and counts as no number, so that nobody takes it for one that fits.
   */
  record Oversized(BigInteger value) implements ScaleValue {}

  /** True or false. */
  record Bool(boolean value) implements ScaleValue {}

  /** As many bits; bit i is bit i of the number. */
  record Bits(int length, BigInteger set) implements ScaleValue {}

  /** An integer. */
  static ScaleValue of(long value) {
    return new Int(value);
  }

  /** An integer of any size. */
  static ScaleValue of(BigInteger value) {
    return value.bitLength() < Long.SIZE ? new Int(value.longValue()) : new BigInt(value);
  }

  /** True or false. */
  static ScaleValue of(boolean value) {
    return new Bool(value);
  }

  /** Text. */
  static ScaleValue of(String value) {
    return new Text(value);
  }

  /** Bytes, an account's public key among them. */
  static ScaleValue of(byte[] value) {
    return new Bytes(value);
  }

  /** Elements of one type. */
  static ScaleValue sequence(List<ScaleValue> elements) {
    return new Sequence(List.copyOf(elements));
  }

  /** A tuple; one of a single element is that element. */
  static ScaleValue tuple(ScaleValue... elements) {
    return elements.length == 1 ? elements[0] : new Composite(List.of(), List.of(elements));
  }

  /** Named fields in the order of the map. */
  static ScaleValue composite(Map<String, ScaleValue> fields) {
    return new Composite(List.copyOf(fields.keySet()), List.copyOf(fields.values()));
  }

  /** A case with nameless fields, or none. */
  static ScaleValue variant(String name, ScaleValue... fields) {
    return new Variant(name, new Composite(List.of(), List.of(fields)));
  }

  /** {@code Some} of the value or {@code None}. */
  static ScaleValue option(Optional<ScaleValue> value) {
    return value.map(some -> variant("Some", some)).orElseGet(() -> variant("None"));
  }

  /** The field of that name, where this is a composite or a case that has it. */
  default Optional<ScaleValue> field(String name) {
    if (this instanceof Variant variant) {
      return variant.fields().field(name);
    }
    if (!(this instanceof Composite composite)) {
      return Optional.empty();
    }
    int position = composite.names().indexOf(name);
    return position < 0 ? Optional.empty() : Optional.of(composite.values().get(position));
  }

  /** The values within: elements, fields, or the fields of the case; none for anything else. */
  default List<ScaleValue> items() {
    return switch (this) {
      case Sequence sequence -> sequence.elements();
      case Composite composite -> composite.values();
      case Variant variant -> variant.fields().values();
      case Bytes _, Text _, Int _, BigInt _, Oversized _, Bool _, Bits _ -> List.of();
    };
  }

  /** Empty for {@code None}, the inner value of {@code Some}, and any other value as it is. */
  default Optional<ScaleValue> some() {
    if (this instanceof Variant variant && variant.name().equals("None")) {
      return Optional.empty();
    }
    boolean wrapped = this instanceof Variant some && some.name().equals("Some");
    return Optional.of(wrapped && items().size() == 1 ? items().getFirst() : this);
  }

  /** The number, where this is an integer of 64 bits with a sign. */
  default Optional<Long> asLong() {
    return this instanceof Int number ? Optional.of(number.value()) : Optional.empty();
  }

  /** The number, where this is an integer of its type. */
  default Optional<BigInteger> asInteger() {
    return switch (this) {
      case Int number -> Optional.of(BigInteger.valueOf(number.value()));
      case BigInt number -> Optional.of(number.value());
      case Composite _, Variant _, Sequence _, Bytes _, Text _, Oversized _, Bool _, Bits _ ->
          Optional.empty();
    };
  }

  /** The bytes, where this is bytes. */
  default Optional<byte[]> asBytes() {
    return this instanceof Bytes bytes ? Optional.of(bytes.value()) : Optional.empty();
  }

  /** The text, where this is text. */
  default Optional<String> asText() {
    return this instanceof Text text ? Optional.of(text.value()) : Optional.empty();
  }

  /** The truth value, where this is one. */
  default Optional<Boolean> asBoolean() {
    return this instanceof Bool bool ? Optional.of(bool.value()) : Optional.empty();
  }
}
