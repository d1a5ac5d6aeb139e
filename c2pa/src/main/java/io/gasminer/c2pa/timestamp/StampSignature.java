package io.gasminer.c2pa.timestamp;

import io.gasminer.c2pa.x509.PublicKeys;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Owns the check of a CMS signature with the key's own kind of algorithm. */
final class StampSignature {
  private static final String RSA = "1.2.840.113549.1.1.1";
  private static final String RSASSA_PSS = "1.2.840.113549.1.1.10";
  private static final String EC = "1.2.840.10045.2.1";
  private static final String ED25519 = "1.3.101.112";

  private StampSignature() {}

  /**
   * Some authorities write ECDSA as r | s, which the validators' reader takes too. The digest is
   * named as the JCA names it in signatures, such as {@code SHA256}.
   */
  static boolean holds(
      byte[] key, String digest, AlgorithmIdentifier algorithm, byte[] signed, byte[] signature) {
    String kind = SubjectPublicKeyInfo.getInstance(key).getAlgorithm().getAlgorithm().getId();
    boolean pss = algorithm.getAlgorithm().getId().equals(RSASSA_PSS);
    return switch (kind) {
      case RSA ->
          pss
              ? PublicKeys.pss(Digests.dashed(digest), key, signed, signature)
              : PublicKeys.rsa(digest + "withRSA", key, signed, signature);
      case RSASSA_PSS -> PublicKeys.pss(Digests.dashed(digest), key, signed, signature);
      case EC ->
          PublicKeys.ecdsa(digest + "withECDSA", key, signed, signature)
              || PublicKeys.ecdsa(digest + "withECDSAinP1363Format", key, signed, signature);
      case ED25519 -> PublicKeys.ed25519(key, signed, signature);
      default -> false;
    };
  }
}
