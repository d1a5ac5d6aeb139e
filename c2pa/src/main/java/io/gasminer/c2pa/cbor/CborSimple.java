package io.gasminer.c2pa.cbor;

/** Owns a simple value by its code: 20 is false, 21 true, 22 null. */
public record CborSimple(int code, Span span) implements CborValue {
  public static final CborSimple FALSE = new CborSimple(20, Span.NONE);
  public static final CborSimple TRUE = new CborSimple(21, Span.NONE);
  public static final CborSimple NULL = new CborSimple(22, Span.NONE);

  /** Whether this is {@code false}. */
  public boolean isFalse() {
    return code == 20;
  }

  /** Whether this is {@code true}. */
  public boolean isTrue() {
    return code == 21;
  }

  /** Whether this is {@code null}. */
  public boolean isNull() {
    return code == 22;
  }
}
