package io.gasminer.c2pa.cose;

import io.gasminer.c2pa.x509.PublicKeys;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Optional;

/** Owns the algorithms that may sign a claim (specification §13.2), and how each is computed. */
public enum SigningAlgorithm {
  ES256(-7, "Es256", "SHA256withECDSAinP1363Format", ""),
  ES384(-35, "Es384", "SHA384withECDSAinP1363Format", ""),
  ES512(-36, "Es512", "SHA512withECDSAinP1363Format", ""),
  PS256(-37, "Ps256", "RSASSA-PSS", "SHA-256"),
  PS384(-38, "Ps384", "RSASSA-PSS", "SHA-384"),
  PS512(-39, "Ps512", "RSASSA-PSS", "SHA-512"),
  ED25519(-8, "Ed25519", "Ed25519", "");

  private final long label;
  private final String reported;
  private final String jcaName;
  private final String digest;

  SigningAlgorithm(long label, String reported, String jcaName, String digest) {
    this.label = label;
    this.reported = reported;
    this.jcaName = jcaName;
    this.digest = digest;
  }

  /** The number in the COSE registry. */
  public long label() {
    return label;
  }

  /** The name in a reader's report. */
  public String reported() {
    return reported;
  }

  /** The algorithm of that number, where C2PA allows it. */
  public static Optional<SigningAlgorithm> of(long label) {
    for (SigningAlgorithm algorithm : values()) {
      if (algorithm.label == label) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /** Whether the signature is ECDSA, so of the form r | s. */
  public boolean isEcdsa() {
    return jcaName.contains("ECDSA");
  }

  /** The name that {@link java.security.Signature#getInstance(String)} takes. */
  public String jcaName() {
    return jcaName;
  }

  /** The parameters that {@link java.security.Signature} needs, if any. */
  public Optional<AlgorithmParameterSpec> parameters() {
    return digest.isEmpty() ? Optional.empty() : Optional.of(PublicKeys.pssParameters(digest));
  }

  /** Whether the key is of the kind, and of the curve, that the algorithm names. */
  boolean fits(byte[] key) {
    return switch (this) {
      case ES256 -> PublicKeys.isOnCurve(key, PublicKeys.P256);
      case ES384 -> PublicKeys.isOnCurve(key, PublicKeys.P384);
      case ES512 -> PublicKeys.isOnCurve(key, PublicKeys.P521);
      case PS256, PS384, PS512 -> PublicKeys.isRsa(key);
      case ED25519 -> PublicKeys.isEd25519(key);
    };
  }

  boolean holds(byte[] key, byte[] signed, byte[] signature) {
    return switch (this) {
      case ES256, ES384, ES512 -> PublicKeys.ecdsa(jcaName, key, signed, signature);
      case PS256, PS384, PS512 -> PublicKeys.pss(digest, key, signed, signature);
      case ED25519 -> PublicKeys.ed25519(key, signed, signature);
    };
  }
}
