package io.gasminer.bittensor.epistula;

import io.gasminer.bittensor.sr25519.VerifyingKey;
import java.util.HexFormat;
import java.util.Optional;

/** Owns a request whose headers are in order; only the body decides whether the signature fits. */
public final class Claimed implements HeaderVerdict {
  private final Signer signer;
  private final Timestamp timestamp;
  private final String uuid;
  private final String signedFor;
  private final byte[] signature;
  private final KnownKeys keys;

  Claimed(
      Signer signer,
      Timestamp timestamp,
      String uuid,
      String signedFor,
      byte[] signature,
      KnownKeys keys) {
    this.signer = signer;
    this.timestamp = timestamp;
    this.uuid = uuid;
    this.signedFor = signedFor;
    this.signature = signature;
    this.keys = keys;
  }

  /** Who the headers say has signed; nothing is proven yet. */
  public Signer signer() {
    return signer;
  }

  /** Verifies the signature over exactly these bytes. */
  public BodyVerdict checkBody(byte[] body) {
    String text = Wire.message(body, uuid, timestamp.milliseconds().toString(), signedFor);
    byte[] message = Wire.utf8(text);
    Optional<VerifyingKey> key = keys.of(signer.hotkey());
    // Some wallets wrap what they sign; the reference verifiers take both forms.
    if (key.isEmpty()
        || !(key.get().verifies(message, signature)
            || key.get().verifies(Wire.utf8("<Bytes>" + text + "</Bytes>"), signature))) {
      return new EpistulaFault.SignatureMismatch();
    }
    String fingerprint =
        HexFormat.of().formatHex(Wire.sha256(Wire.utf8(signer.hotkey() + "." + text)));
    return new Caller(signer, fingerprint, timestamp.validUntil());
  }
}
