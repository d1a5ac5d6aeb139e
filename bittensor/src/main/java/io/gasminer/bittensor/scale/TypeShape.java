package io.gasminer.bittensor.scale;

/** Owns how the values of one type are laid out; other types are named by their numbers. */
public sealed interface TypeShape {
  /** Fields one after the other: a struct or a tuple. */
  record Composite(Fields fields) implements TypeShape {}

  /** A byte that names the case, and the fields of the case. */
  record Variant(Cases cases) implements TypeShape {}

  /** A count, and as many elements. */
  record Sequence(int element) implements TypeShape {}

  /** A fixed number of elements. */
  record Array(long length, int element) implements TypeShape {}

  /** A primitive. */
  record Plain(Primitive primitive) implements TypeShape {}

  /** An unsigned number in as few bytes as it needs. */
  record Compact(int of) implements TypeShape {}

  /** A count of bits, and words of that many bits that hold them from one end. */
  record Bits(int wordBits, boolean lowestFirst) implements TypeShape {}
}
