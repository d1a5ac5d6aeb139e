package io.gasminer.bittensor.scale;

import java.util.List;

/**
 * Owns the fields of a composite, a tuple or one case of a variant: the numbers of their types in
 * order, and their names, which are absent altogether where no field has one.
 */
public record Fields(List<String> names, List<Integer> types) {
  /** No fields. */
  public static final Fields NONE = new Fields(List.of(), List.of());

  /** Copies the lists; names and types are as many, or there are no names. */
  public Fields {
    names = List.copyOf(names);
    types = List.copyOf(types);
    if (!names.isEmpty() && names.size() != types.size()) {
      throw new IllegalArgumentException(names.size() + " names for " + types.size() + " fields");
    }
  }

  /** How many fields there are. */
  public int size() {
    return types.size();
  }

  /** Whether this is one field without a name: a wrapper that adds nothing to a value. */
  public boolean isNewtype() {
    return types.size() == 1 && names.isEmpty();
  }
}
