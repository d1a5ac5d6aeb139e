package io.gasminer.c2pa.cbor;

import java.util.Arrays;

/** Owns a byte string; two are equal when their bytes and places are. The array is not copied. */
public record CborBytes(byte[] value, Span span) implements CborValue {
  @Override
  public boolean equals(Object other) {
    return other instanceof CborBytes that
        && Arrays.equals(value, that.value)
        && span.equals(that.span);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return "CborBytes[" + value.length + " bytes]";
  }
}
