package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.metadata.Lookup;
import io.gasminer.bittensor.metadata.RuntimeApiMethod;
import io.gasminer.bittensor.scale.Decoded;
import io.gasminer.bittensor.scale.Encoded;
import io.gasminer.bittensor.scale.Fields;
import io.gasminer.bittensor.scale.ScaleType;
import io.gasminer.bittensor.scale.ScaleValue;
import io.gasminer.bittensor.scale.TypeRegistry;
import io.gasminer.bittensor.scale.TypeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns the question for a metagraph to the runtime's own API. The selective form is asked for the
 * columns that are needed; the number of a column is its place in the answer's type.
 */
final class MetagraphCall {
  private static final String API = "SubnetInfoRuntimeApi";
  private static final List<String> COLUMNS =
      List.of(
          "hotkeys",
          "axons",
          "active",
          "validator_permit",
          "last_update",
          "incentives",
          "total_stake",
          "tempo");

  private final RuntimeApiMethod method;
  private final Encoded data;

  private MetagraphCall(RuntimeApiMethod method, Encoded data) {
    this.method = method;
    this.data = data;
  }

  /** The best that the runtime offers; empty where it offers none. */
  static Optional<MetagraphCall> of(ChainRuntime runtime, int netuid) {
    Optional<MetagraphCall> selective =
        method(runtime, "get_selective_metagraph")
            .flatMap(
                found ->
                    columns(runtime.metadata().types(), found)
                        .map(
                            chosen ->
                                new MetagraphCall(
                                    found, found.encode(ScaleValue.of(netuid), chosen))));
    return selective.or(
        () ->
            method(runtime, "get_metagraph")
                .map(found -> new MetagraphCall(found, found.encode(ScaleValue.of(netuid)))));
  }

  /** Asks, and reads the answer. */
  Answer<Metagraph> ask(Questions questions, int netuid, Block at) {
    return switch (data) {
      case Encoded.Refused refused -> new Answer.Unavailable<>(refused.toString());
      case Encoded.Bytes(byte[] bytes) ->
          questions.call(method.name(), bytes, at.hash()).then(answer -> read(answer, netuid, at));
    };
  }

  private Answer<Metagraph> read(byte[] answer, int netuid, Block at) {
    return switch (method.decode(answer)) {
      case Decoded.Malformed malformed ->
          new Answer.Unavailable<>(method.name() + ": " + malformed);
      case Decoded.Value(ScaleValue value) ->
          value
              .some()
              .map(columns -> new Columns(columns).metagraph(netuid, at))
              .orElseGet(() -> new Answer.Unavailable<>("the chain has no subnet " + netuid));
    };
  }

  private static Optional<RuntimeApiMethod> method(ChainRuntime runtime, String name) {
    Lookup<RuntimeApiMethod> found = runtime.metadata().runtimeApi(API, name);
    return found.found();
  }

  private static Optional<ScaleValue> columns(TypeRegistry types, RuntimeApiMethod method) {
    return within(types, method.answerType())
        .map(
            fields -> {
              List<ScaleValue> chosen = new ArrayList<>();
              for (String column : COLUMNS) {
                int place = fields.names().indexOf(column);
                if (place >= 0) {
                  chosen.add(ScaleValue.of(place));
                }
              }
              return ScaleValue.sequence(chosen);
            });
  }

  /** The fields of the struct that an option holds. */
  private static Optional<Fields> within(TypeRegistry types, int option) {
    return types
        .type(option)
        .flatMap(ScaleType::cases)
        .flatMap(cases -> cases.byName("Some"))
        .filter(some -> some.fields().size() == 1)
        .flatMap(some -> types.type(some.fields().types().getFirst()))
        .flatMap(
            struct ->
                struct.shape() instanceof TypeShape.Composite(Fields fields)
                    ? Optional.of(fields)
                    : Optional.empty());
  }
}
