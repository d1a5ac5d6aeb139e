package io.gasminer.bittensor.subtensor;

import io.gasminer.bittensor.metadata.RuntimeMetadata;
import io.gasminer.bittensor.metadata.SignedExtension;
import io.gasminer.bittensor.scale.Encoded;
import io.gasminer.bittensor.scale.ScaleEncoder;
import io.gasminer.bittensor.scale.ScaleValue;
import io.gasminer.bittensor.scale.ScaleWriter;
import io.gasminer.bittensor.scale.TypeRegistry;
import java.util.Optional;

/**
 * Owns the making of extrinsics for one runtime. The metadata lists the extensions; one that adds
 * no data needs nothing, known or not, and an unknown one that adds data is refused rather than
 * guessed. Immutable, thread-safe.
 */
public final class ExtrinsicBuilder {
  // Runtimes of format 5 still take signed extrinsics of version 4.
  private static final int OLDEST_FORMAT = 4;
  private static final int NEWEST_FORMAT = 5;

  private final RuntimeMetadata metadata;
  private final ChainIdentity chain;

  /** Builds for the runtime of the metadata, which must be that of the identity's versions. */
  public ExtrinsicBuilder(RuntimeMetadata metadata, ChainIdentity chain) {
    this.metadata = metadata;
    this.chain = chain;
  }

  /** Prepares an encoded call for signing; the refusal of a call is passed on. */
  public Prepared prepare(Encoded call, Validity validity) {
    int format = metadata.extrinsics().version();
    if (format < OLDEST_FORMAT || format > NEWEST_FORMAT) {
      return new Prepared.Refused(
          "the runtime wants extrinsics of version " + format + ", and version 4 is made here");
    }
    return switch (call) {
      case Encoded.Bytes bytes -> prepare(bytes.value(), validity);
      case Encoded.Refused refused -> new Prepared.Refused(refused.toString());
    };
  }

  private Prepared prepare(byte[] call, Validity validity) {
    ScaleWriter sent = new ScaleWriter();
    ScaleWriter signedOnly = new ScaleWriter();
    for (SignedExtension extension : metadata.extrinsics().extensions()) {
      String name = extension.identifier();
      Encoded first = part(extension.sent(), name, sent(name, validity));
      Encoded second = part(extension.signedOnly(), name, signedOnly(name, validity));
      if (first instanceof Encoded.Bytes(byte[] one)
          && second instanceof Encoded.Bytes(byte[] other)) {
        sent.bytes(one);
        signedOnly.bytes(other);
      } else {
        return new Prepared.Refused((first instanceof Encoded.Refused ? first : second).toString());
      }
    }
    return new Prepared.Ready(
        new UnsignedExtrinsic(
            metadata.types(), metadata.extrinsics(), call, sent.toBytes(), signedOnly.toBytes()));
  }

  private Encoded part(int type, String extension, Optional<Part> part) {
    TypeRegistry types = metadata.types();
    if (types.isEmpty(type)) {
      return new Encoded.Bytes(new byte[0]);
    }
    return switch (part.orElse(new Part.Unknown())) {
      case Part.Raw raw -> new Encoded.Bytes(raw.bytes());
      case Part.Typed typed ->
          switch (ScaleEncoder.encode(types, type, typed.value())) {
            case Encoded.Bytes bytes -> bytes;
            case Encoded.Refused refused ->
                new Encoded.Refused("extension " + extension, refused.toString());
          };
      case Part.Unknown _ ->
          new Encoded.Refused(
              "extension " + extension,
              "the runtime wants data that is not known here; a newer version of this program"
                  + " may know it");
    };
  }

  private static Optional<Part> sent(String extension, Validity validity) {
    return switch (extension) {
      case "CheckMortality", "CheckEra" -> Optional.of(new Part.Raw(validity.era().encoded()));
      case "CheckNonce" -> typed(ScaleValue.of(validity.nonce()));
      case "ChargeTransactionPayment", "ChargeTransactionPaymentWrapper" ->
          typed(ScaleValue.of(validity.tip()));
      case "CheckMetadataHash" -> typed(ScaleValue.variant("Disabled"));
      default -> Optional.empty();
    };
  }

  private Optional<Part> signedOnly(String extension, Validity validity) {
    return switch (extension) {
      case "CheckSpecVersion" -> typed(ScaleValue.of(chain.specVersion()));
      case "CheckTxVersion" -> typed(ScaleValue.of(chain.transactionVersion()));
      case "CheckGenesis" -> typed(ScaleValue.of(chain.genesisHash()));
      case "CheckMortality", "CheckEra" -> typed(ScaleValue.of(validity.birthHash()));
      case "CheckMetadataHash" -> typed(ScaleValue.option(Optional.empty()));
      default -> Optional.empty();
    };
  }

  private static Optional<Part> typed(ScaleValue value) {
    return Optional.of(new Part.Typed(value));
  }

  private sealed interface Part {
    record Typed(ScaleValue value) implements Part {}

    // The era's two bytes are one number, which the metadata's 256 cases do not show.
    record Raw(byte[] bytes) implements Part {}

    record Unknown() implements Part {}
  }
}
