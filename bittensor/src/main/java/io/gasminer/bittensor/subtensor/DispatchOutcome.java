package io.gasminer.bittensor.subtensor;

import io.gasminer.bittensor.metadata.Lookup;
import io.gasminer.bittensor.metadata.ModuleError;
import io.gasminer.bittensor.metadata.RuntimeMetadata;
import io.gasminer.bittensor.metadata.StorageEntry;
import io.gasminer.bittensor.scale.Decoded;
import io.gasminer.bittensor.scale.ScaleValue;
import java.util.List;
import java.util.Optional;

/** Owns how the dispatch of an extrinsic in a block ended. */
public sealed interface DispatchOutcome {
  /** The call did what it does. */
  record Succeeded() implements DispatchOutcome {}

  /** The call was refused by the runtime; the reason names its error and what that means. */
  record Failed(String reason) implements DispatchOutcome {}

  /** The events do not tell, because they are of another block or cannot be read. */
  record Unknown(String reason) implements DispatchOutcome {}

  /**
   * Reads the outcome of the extrinsic at that place of a block from what {@code System.Events}
   * holds at that block.
   */
  static DispatchOutcome of(RuntimeMetadata metadata, byte[] events, int extrinsic) {
    return switch (metadata.storage("System", "Events")) {
      case Lookup.Present<StorageEntry> present ->
          switch (present.value().decodeValue(events)) {
            case Decoded.Value decoded -> of(metadata, decoded.value(), extrinsic);
            case Decoded.Malformed malformed -> new Unknown("System.Events: " + malformed);
          };
      case Lookup.Absent<StorageEntry> absent -> new Unknown(absent.reason());
    };
  }

  private static DispatchOutcome of(RuntimeMetadata metadata, ScaleValue events, int extrinsic) {
    for (ScaleValue record : events.items()) {
      boolean ours =
          record
              .field("phase")
              .filter(phase -> phase.items().equals(List.of(ScaleValue.of(extrinsic))))
              .isPresent();
      Optional<ScaleValue.Variant> system = record.field("event").flatMap(DispatchOutcome::system);
      if (ours && system.isPresent()) {
        switch (system.get().name()) {
          case "ExtrinsicSuccess" -> {
            return new Succeeded();
          }
          case "ExtrinsicFailed" -> {
            return new Failed(reason(metadata, system.get()));
          }
          default -> {}
        }
      }
    }
    return new Unknown("the block's events do not name extrinsic " + extrinsic);
  }

  private static Optional<ScaleValue.Variant> system(ScaleValue event) {
    return event instanceof ScaleValue.Variant pallet
            && pallet.name().equals("System")
            && pallet.items().size() == 1
            && pallet.items().getFirst() instanceof ScaleValue.Variant inner
        ? Optional.of(inner)
        : Optional.empty();
  }

  private static String reason(RuntimeMetadata metadata, ScaleValue.Variant failed) {
    Optional<ScaleValue> error = failed.field("dispatch_error");
    return error.map(value -> explain(metadata, value)).orElse("the runtime gives no reason");
  }

  /** What a dispatch error means, in the words of the runtime's authors where they have any. */
  static String explain(RuntimeMetadata metadata, ScaleValue error) {
    if (!(error instanceof ScaleValue.Variant variant)) {
      return error.toString();
    }
    // The inner fields stand in a struct of their own since the error became four bytes.
    ScaleValue module = variant.items().size() == 1 ? variant.items().getFirst() : variant;
    Optional<Long> pallet = module.field("index").flatMap(ScaleValue::asLong);
    Optional<Long> number =
        module
            .field("error")
            .flatMap(
                code ->
                    code.asBytes()
                        .filter(bytes -> bytes.length > 0)
                        .map(bytes -> (long) (bytes[0] & 0xFF))
                        .or(code::asLong));
    if (pallet.isPresent() && number.isPresent()) {
      return switch (metadata.error(pallet.get().intValue(), number.get().intValue())) {
        case Lookup.Present<ModuleError> present -> present.value().toString();
        case Lookup.Absent<ModuleError> absent -> absent.reason();
      };
    }
    return variant.name()
        + (variant.items().size() == 1 && module instanceof ScaleValue.Variant inner
            ? "." + inner.name()
            : "");
  }
}
