package io.gasminer.c2pa.x509;

import java.util.Arrays;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * Owns a trust anchor as facts (RFC 5280 §6.1.1 d): a subject name and a public key.
 *
 * @param subject the name in DER
 * @param publicKey the SubjectPublicKeyInfo in DER
 */
public record TrustAnchor(byte[] subject, byte[] publicKey) {
  /** The anchor that a certificate states. */
  public static TrustAnchor of(Certificate certificate) {
    return new TrustAnchor(certificate.subjectDer(), certificate.publicKeyDer());
  }

  /** The name as text, for people. */
  public String name() {
    return X500Name.getInstance(subject).toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TrustAnchor that
        && Arrays.equals(subject, that.subject)
        && Arrays.equals(publicKey, that.publicKey);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(subject) + Arrays.hashCode(publicKey);
  }

  @Override
  public String toString() {
    return "TrustAnchor[" + name() + "]";
  }
}
