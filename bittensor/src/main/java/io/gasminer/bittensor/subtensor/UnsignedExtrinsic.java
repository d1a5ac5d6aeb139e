package io.gasminer.bittensor.subtensor;

import io.gasminer.bittensor.metadata.ExtrinsicFormat;
import io.gasminer.bittensor.metadata.Hasher;
import io.gasminer.bittensor.scale.Cases;
import io.gasminer.bittensor.scale.Encoded;
import io.gasminer.bittensor.scale.ScaleEncoder;
import io.gasminer.bittensor.scale.ScaleType;
import io.gasminer.bittensor.scale.ScaleValue;
import io.gasminer.bittensor.scale.ScaleWriter;
import io.gasminer.bittensor.scale.TypeRegistry;
import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.bittensor.wallet.Hotkey;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Owns a call with everything that its signature will cover (extrinsics of version 4). Immutable.
 */
public final class UnsignedExtrinsic {
  private static final int SIGNED_VERSION_4 = 0x84;
  private static final int LONGEST_UNHASHED = 256;
  private static final int SIGNATURE_BYTES = 64;

  private final TypeRegistry types;
  private final ExtrinsicFormat format;
  private final byte[] call;
  private final byte[] sent;
  private final byte[] signedOnly;

  UnsignedExtrinsic(
      TypeRegistry types, ExtrinsicFormat format, byte[] call, byte[] sent, byte[] signedOnly) {
    this.types = types;
    this.format = format;
    this.call = call.clone();
    this.sent = sent;
    this.signedOnly = signedOnly;
  }

  /** The call, what the extensions send, and what they only sign. */
  public byte[] payload() {
    return new ScaleWriter().bytes(call).bytes(sent).bytes(signedOnly).toBytes();
  }

  /** What is signed: the payload, or its BLAKE2b-256 where it is longer than 256 bytes. */
  public byte[] signedBytes() {
    byte[] payload = payload();
    return payload.length > LONGEST_UNHASHED ? Hasher.BLAKE2_256.hash(payload) : payload;
  }

  /** The extrinsic with the hotkey's signature, ready for {@code author_submitExtrinsic}. */
  public Encoded sign(Hotkey hotkey) {
    return withSignature(hotkey.address(), hotkey.sign(signedBytes()));
  }

  /** The extrinsic with an sr25519 signature of 64 bytes that someone made of the bytes. */
  public Encoded withSignature(Ss58Address signer, byte[] signature) {
    if (signature.length != SIGNATURE_BYTES) {
      return new Encoded.Refused("signature", "64 bytes are due, not " + signature.length);
    }
    Encoded address = encoded(format.address(), "Id", signer.publicKey());
    Encoded proof = encoded(format.signature(), "Sr25519", signature);
    if (!(address instanceof Encoded.Bytes(byte[] addressBytes))) {
      return address;
    }
    if (!(proof instanceof Encoded.Bytes(byte[] proofBytes))) {
      return proof;
    }
    byte[] body =
        new ScaleWriter()
            .u8(SIGNED_VERSION_4)
            .bytes(addressBytes)
            .bytes(proofBytes)
            .bytes(sent)
            .bytes(call)
            .toBytes();
    return new Encoded.Bytes(new ScaleWriter().compact(body.length).bytes(body).toBytes());
  }

  /** The hash by which the chain knows an extrinsic. */
  public static byte[] hash(byte[] extrinsic) {
    return Hasher.BLAKE2_256.hash(extrinsic);
  }

  // Some runtimes take a bare account or signature, most an enumeration with a case for it.
  private Encoded encoded(OptionalInt type, String caseName, byte[] content) {
    if (type.isEmpty()) {
      return new Encoded.Refused(caseName, "the metadata does not tell the extrinsic's types");
    }
    ScaleValue bare = ScaleValue.of(content);
    Optional<Cases> cases = types.type(type.getAsInt()).flatMap(ScaleType::cases);
    ScaleValue value = cases.isPresent() ? ScaleValue.variant(caseName, bare) : bare;
    return ScaleEncoder.encode(types, type.getAsInt(), value);
  }
}
