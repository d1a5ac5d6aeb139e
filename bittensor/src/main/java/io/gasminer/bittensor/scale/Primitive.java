package io.gasminer.bittensor.scale;

/** Owns the primitive types, in the order in which metadata numbers them. */
public enum Primitive {
  /** One byte, 0 or 1. */
  BOOL(1, Kind.OTHER),
  /** A Unicode scalar value in four bytes. */
  CHAR(4, Kind.OTHER),
  /** A length, and UTF-8. */
  STR(0, Kind.OTHER),
  /** 8 bits. */
  U8(1, Kind.UNSIGNED),
  /** 16 bits. */
  U16(2, Kind.UNSIGNED),
  /** 32 bits. */
  U32(4, Kind.UNSIGNED),
  /** 64 bits. */
  U64(8, Kind.UNSIGNED),
  /** 128 bits. */
  U128(16, Kind.UNSIGNED),
  /** 256 bits. */
  U256(32, Kind.UNSIGNED),
  /** 8 bits with a sign. */
  I8(1, Kind.SIGNED),
  /** 16 bits with a sign. */
  I16(2, Kind.SIGNED),
  /** 32 bits with a sign. */
  I32(4, Kind.SIGNED),
  /** 64 bits with a sign. */
  I64(8, Kind.SIGNED),
  /** 128 bits with a sign. */
  I128(16, Kind.SIGNED),
  /** 256 bits with a sign. */
  I256(32, Kind.SIGNED);

  private enum Kind {
    OTHER,
    UNSIGNED,
    SIGNED
  }

  private final int width;
  private final Kind kind;

  Primitive(int width, Kind kind) {
    this.width = width;
    this.kind = kind;
  }

  /** How many bytes a value takes; 0 for text, which says its length itself. */
  public int width() {
    return width;
  }

  /** Whether this is an integer that can be negative. */
  public boolean signed() {
    return kind == Kind.SIGNED;
  }

  /** Whether this is an integer that cannot be negative. */
  public boolean unsigned() {
    return kind == Kind.UNSIGNED;
  }
}
