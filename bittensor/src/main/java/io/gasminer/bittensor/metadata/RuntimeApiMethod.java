package io.gasminer.bittensor.metadata;

import io.gasminer.bittensor.scale.Decoded;
import io.gasminer.bittensor.scale.Encoded;
import io.gasminer.bittensor.scale.Fields;
import io.gasminer.bittensor.scale.ScaleDecoder;
import io.gasminer.bittensor.scale.ScaleEncoder;
import io.gasminer.bittensor.scale.ScaleValue;
import io.gasminer.bittensor.scale.TypeRegistry;
import java.util.List;

/** Owns the parameters and answers of one method of a runtime API. Immutable. */
public final class RuntimeApiMethod {
  private final TypeRegistry types;
  private final String name;
  private final Fields inputs;
  private final int output;

  RuntimeApiMethod(TypeRegistry types, String name, Fields inputs, int output) {
    this.types = types;
    this.name = name;
    this.inputs = inputs;
    this.output = output;
  }

  /** The name that {@code state_call} takes: the API's and the method's, joined by {@code _}. */
  public String name() {
    return name;
  }

  /** The parameters in their order. */
  public Fields parameters() {
    return inputs;
  }

  /** The number of the answer's type. */
  public int answerType() {
    return output;
  }

  /** The data of {@code state_call} for parameters in their order. */
  public Encoded encode(ScaleValue... parameters) {
    ScaleValue.Composite values = new ScaleValue.Composite(List.of(), List.of(parameters));
    return switch (ScaleEncoder.encode(types, inputs, values)) {
      case Encoded.Bytes bytes -> bytes;
      case Encoded.Refused refused ->
          new Encoded.Refused(
              refused.path().isEmpty() ? name : name + "." + refused.path(), refused.reason());
    };
  }

  /** The answer of {@code state_call}. */
  public Decoded decode(byte[] answer) {
    return ScaleDecoder.decode(types, output, answer);
  }

  @Override
  public String toString() {
    return name;
  }
}
