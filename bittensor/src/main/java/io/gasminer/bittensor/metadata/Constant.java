package io.gasminer.bittensor.metadata;

import io.gasminer.bittensor.scale.Decoded;
import io.gasminer.bittensor.scale.ScaleDecoder;
import io.gasminer.bittensor.scale.TypeRegistry;

/** Owns a constant of a pallet. Immutable. */
public final class Constant {
  private final TypeRegistry types;
  private final int type;
  private final byte[] value;

  Constant(TypeRegistry types, int type, byte[] value) {
    this.types = types;
    this.type = type;
    this.value = value;
  }

  /** The value. */
  public Decoded value() {
    return ScaleDecoder.decode(types, type, value);
  }
}
