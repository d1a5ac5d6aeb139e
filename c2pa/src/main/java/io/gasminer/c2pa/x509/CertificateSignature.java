package io.gasminer.c2pa.x509;

import java.io.IOException;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;

/** Owns the question whether a certificate, or what is signed like one, was signed by a key. */
final class CertificateSignature {
  private CertificateSignature() {}

  static boolean holds(Certificate certificate, byte[] issuerKey) {
    X509CertificateHolder holder = certificate.holder();
    try {
      byte[] signed = holder.toASN1Structure().getTBSCertificate().getEncoded();
      return holds(holder.getSignatureAlgorithm(), issuerKey, signed, holder.getSignature());
    } catch (IOException | RuntimeException malformed) {
      // The ASN.1 reader answers hostile bytes with many kinds of unchecked exceptions.
      return false;
    }
  }

  static boolean holds(AlgorithmIdentifier algorithm, byte[] key, byte[] signed, byte[] signature) {
    return switch (algorithm.getAlgorithm().getId()) {
      case Oids.SHA256_WITH_RSA -> PublicKeys.rsa("SHA256withRSA", key, signed, signature);
      case Oids.SHA384_WITH_RSA -> PublicKeys.rsa("SHA384withRSA", key, signed, signature);
      case Oids.SHA512_WITH_RSA -> PublicKeys.rsa("SHA512withRSA", key, signed, signature);
      case Oids.ECDSA_SHA256 -> PublicKeys.ecdsa("SHA256withECDSA", key, signed, signature);
      case Oids.ECDSA_SHA384 -> PublicKeys.ecdsa("SHA384withECDSA", key, signed, signature);
      case Oids.ECDSA_SHA512 -> PublicKeys.ecdsa("SHA512withECDSA", key, signed, signature);
      case Oids.ED25519 -> PublicKeys.ed25519(key, signed, signature);
      case Oids.RSASSA_PSS ->
          PssParameters.of(algorithm)
              .digest()
              .map(digest -> PublicKeys.pss(digest, key, signed, signature))
              .orElse(false);
      default -> false;
    };
  }
}
