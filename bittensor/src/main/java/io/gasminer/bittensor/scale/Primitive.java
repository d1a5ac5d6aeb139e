package io.gasminer.bittensor.scale;

/** Owns the primitive types, in the order in which metadata numbers them. */
public enum Primitive {
  /** One byte, 0 or 1. */
  BOOL(1),
  /** A Unicode scalar value in four bytes. */
  CHAR(4),
  /** A length, and UTF-8. */
  STR(0),
  /** 8 bits. */
  U8(1),
  /** 16 bits. */
  U16(2),
  /** 32 bits. */
  U32(4),
  /** 64 bits. */
  U64(8),
  /** 128 bits. */
  U128(16),
  /** 256 bits. */
  U256(32),
  /** 8 bits with a sign. */
  I8(1),
  /** 16 bits with a sign. */
  I16(2),
  /** 32 bits with a sign. */
  I32(4),
  /** 64 bits with a sign. */
  I64(8),
  /** 128 bits with a sign. */
  I128(16),
  /** 256 bits with a sign. */
  I256(32);

  private final int width;

  Primitive(int width) {
    this.width = width;
  }

  /** How many bytes a value takes; 0 for text, which says its length itself. */
  public int width() {
    return width;
  }

  /** Whether this is an integer that can be negative. */
  public boolean signed() {
    return ordinal() >= I8.ordinal();
  }

  /** Whether this is an integer that cannot be negative. */
  public boolean unsigned() {
    return ordinal() >= U8.ordinal() && ordinal() <= U256.ordinal();
  }
}
