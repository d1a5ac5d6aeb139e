package io.gasminer.bittensor.scale;

import java.util.List;
import java.util.Optional;

/**
 * Owns the types of one runtime by their numbers. Types may refer to themselves, and hostile ones
 * to types that do not exist: whoever walks them counts the depth. Immutable.
 */
public final class TypeRegistry {
  private static final int DEEPEST = 64;
  private static final int MOST_STEPS = 4096;

  private final ScaleType[] types;

  /** The type's number is its place in the list. */
  public TypeRegistry(List<ScaleType> types) {
    this.types = types.toArray(ScaleType[]::new);
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
    return isEmpty(id, 0, new int[] {MOST_STEPS});
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

  /** The unsigned integer that a compact type holds, through any wrappers of one field. */
  Optional<Primitive> unsigned(int id) {
    int inner = id;
    for (int depth = 0; depth < DEEPEST && inner >= 0 && inner < types.length; depth++) {
      switch (types[inner].shape()) {
        case TypeShape.Plain plain -> {
          return Optional.of(plain.primitive()).filter(Primitive::unsigned);
        }
        case TypeShape.Composite composite when composite.fields().size() == 1 ->
            inner = composite.fields().types().getFirst();
        case TypeShape.Composite _,
            TypeShape.Variant _,
            TypeShape.Sequence _,
            TypeShape.Array _,
            TypeShape.Compact _,
            TypeShape.Bits _ -> {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private boolean isEmpty(int id, int depth, int[] steps) {
    // Types that refer to each other crosswise would take exponential time without the count.
    if (depth > DEEPEST || --steps[0] < 0 || id < 0 || id >= types.length) {
      return false;
    }
    return switch (types[id].shape()) {
      case TypeShape.Composite composite ->
          composite.fields().types().stream().allMatch(field -> isEmpty(field, depth + 1, steps));
      case TypeShape.Array array ->
          array.length() == 0 || isEmpty(array.element(), depth + 1, steps);
      case TypeShape.Compact compact -> isEmpty(compact.of(), depth + 1, steps);
      case TypeShape.Variant _, TypeShape.Sequence _, TypeShape.Plain _, TypeShape.Bits _ -> false;
    };
  }
}
