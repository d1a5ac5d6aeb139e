package io.gasminer.bittensor.scale;

import java.util.ArrayList;
import java.util.List;

/** Collects types for a registry, as a runtime's metadata might list them. */
final class Shapes {
  private final List<ScaleType> types = new ArrayList<>();

  /** Adds a type and says its number. */
  int add(TypeShape shape) {
    types.add(new ScaleType(List.of(), List.of(), shape));
    return types.size() - 1;
  }

  /** Adds a primitive. */
  int add(Primitive primitive) {
    return add(new TypeShape.Plain(primitive));
  }

  /** Adds a tuple of types that may not be there yet. */
  int tuple(Integer... fields) {
    return add(new TypeShape.Composite(new Fields(List.of(), List.of(fields))));
  }

  /** The number that the next type will have. */
  int next() {
    return types.size();
  }

  TypeRegistry registry() {
    return new TypeRegistry(types);
  }
}
