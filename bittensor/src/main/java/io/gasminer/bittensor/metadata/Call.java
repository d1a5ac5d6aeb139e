package io.gasminer.bittensor.metadata;

import io.gasminer.bittensor.scale.Cases;
import io.gasminer.bittensor.scale.Encoded;
import io.gasminer.bittensor.scale.ScaleEncoder;
import io.gasminer.bittensor.scale.ScaleValue;
import io.gasminer.bittensor.scale.ScaleWriter;
import io.gasminer.bittensor.scale.TypeRegistry;
import java.util.List;
import java.util.Map;

/** Owns one call of a pallet: its indices and the types of its arguments. Immutable. */
public final class Call {
  private final TypeRegistry types;
  private final String pallet;
  private final int palletIndex;
  private final Cases.Case chosen;

  Call(TypeRegistry types, String pallet, int palletIndex, Cases.Case chosen) {
    this.types = types;
    this.pallet = pallet;
    this.palletIndex = palletIndex;
    this.chosen = chosen;
  }

  /** The pallet's index and the call's. */
  public List<Integer> indices() {
    return List.of(palletIndex, chosen.index());
  }

  /** The names of the arguments in their order. */
  public List<String> arguments() {
    return chosen.fields().names();
  }

  /** The number of the type of the argument at that place. */
  public int argumentType(int position) {
    return chosen.fields().types().get(position);
  }

  /** The call with these arguments; exactly those that the runtime asks for, in any order. */
  public Encoded encode(Map<String, ScaleValue> arguments) {
    ScaleValue.Composite values =
        new ScaleValue.Composite(List.copyOf(arguments.keySet()), List.copyOf(arguments.values()));
    return switch (ScaleEncoder.encode(types, chosen.fields(), values)) {
      case Encoded.Bytes encoded ->
          new Encoded.Bytes(
              new ScaleWriter()
                  .u8(palletIndex)
                  .u8(chosen.index())
                  .bytes(encoded.value())
                  .toBytes());
      case Encoded.Refused refused ->
          new Encoded.Refused(
              refused.path().isEmpty() ? toString() : this + "." + refused.path(),
              refused.reason());
    };
  }

  @Override
  public String toString() {
    return pallet + "." + chosen.name();
  }
}
