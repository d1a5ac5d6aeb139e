package io.gasminer.bittensor.scale;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Owns the types of one runtime by their numbers. Types may refer to themselves, and hostile ones
 * to types that do not exist: whoever walks them counts the depth. Immutable.
 */
public final class TypeRegistry {
  private static final int DEEPEST = 64;

  private final ScaleType[] types;
  private final BitSet empty;

  /** The type's number is its place in the list. */
  public TypeRegistry(List<ScaleType> types) {
    this.types = types.toArray(ScaleType[]::new);
    this.empty = empty(this.types);
  }

  /** How many types there are. */
  public int size() {
    return types.length;
  }

  /** The type with that number. */
  public Optional<ScaleType> type(int id) {
    return id >= 0 && id < types.length ? Optional.of(types[id]) : Optional.empty();
  }

  /** Whether a value of the type takes no bytes; false as well where that cannot be told. */
  public boolean isEmpty(int id) {
    return id >= 0 && id < types.length && empty.get(id);
  }

  TypeShape shape(int id, int offset) throws MalformedScale {
    if (id < 0 || id >= types.length) {
      throw new MalformedScale("the runtime's metadata has no type " + id, offset);
    }
    return types[id].shape();
  }

  boolean isByte(int id) {
    return id >= 0
        && id < types.length
        && types[id].shape() instanceof TypeShape.Plain plain
        && plain.primitive() == Primitive.U8;
  }

  /**
   * How many bits the number has that a compact of the type holds, through any wrappers of one
   * field; empty where that is no number.
   *
   * <p>A compact of nothing has a number of no bits, as other codecs have it, though the runtime
   * itself writes nothing there. It occurs only in arguments of calls, as the index of an account
   * on chains without indices, which no call can use.
   */
  OptionalInt compactBits(int id) {
    int inner = id;
    for (int depth = 0; depth < DEEPEST && inner >= 0 && inner < types.length; depth++) {
      if (empty.get(inner)) {
        return OptionalInt.of(0);
      }
      switch (types[inner].shape()) {
        case TypeShape.Plain(Primitive primitive) -> {
          return primitive.unsigned() ? OptionalInt.of(8 * primitive.width()) : OptionalInt.empty();
        }
        case TypeShape.Composite composite when composite.fields().size() == 1 ->
            inner = composite.fields().types().getFirst();
        case TypeShape.Composite _,
            TypeShape.Variant _,
            TypeShape.Sequence _,
            TypeShape.Array _,
            TypeShape.Compact _,
            TypeShape.Bits _ -> {
          return OptionalInt.empty();
        }
      }
    }
    return OptionalInt.empty();
  }

  // A type is empty when all that it consists of is known to be; one that refers to itself never
  // becomes so. Each round sees one level of wrapping more.
  private static BitSet empty(ScaleType[] types) {
    BitSet empty = new BitSet(types.length);
    boolean more = true;
    for (int level = 0; more && level < DEEPEST; level++) {
      more = false;
      for (int id = 0; id < types.length; id++) {
        if (!empty.get(id) && isEmpty(types[id].shape(), empty)) {
          empty.set(id);
          more = true;
        }
      }
    }
    return empty;
  }

  private static boolean isEmpty(TypeShape shape, BitSet empty) {
    return switch (shape) {
      case TypeShape.Composite composite ->
          composite.fields().types().stream().allMatch(field -> field >= 0 && empty.get(field));
      case TypeShape.Array array ->
          array.length() == 0 || (array.element() >= 0 && empty.get(array.element()));
      case TypeShape.Variant _,
          TypeShape.Sequence _,
          TypeShape.Plain _,
          TypeShape.Compact _,
          TypeShape.Bits _ ->
          false;
    };
  }
}
