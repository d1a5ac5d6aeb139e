package io.gasminer.c2pa.x509;

import java.io.IOException;
import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Owns the making of certificates that fit the C2PA profile (specification §14.5): one root that
 * signs itself, and end-entity certificates for claims. Issuers sign with ECDSA and SHA-256.
 */
public record CertificateRequest(String organisation, String commonName, PublicKey key) {
  private static final int SERIAL_BITS = 159;

  /** The certificate of a root. */
  public Certificate selfSigned(PrivateKey own, Instant from, Instant until) {
    return build(
        subject(),
        own,
        from,
        until,
        (builder, keys) -> {
          SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
          builder
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
              .addExtension(
                  Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
              .addExtension(
                  Extension.authorityKeyIdentifier, false, keys.createAuthorityKeyIdentifier(info));
        });
  }

  /** The certificate of a signer of claims. */
  public Certificate signedBy(
      Certificate issuer, PrivateKey issuerKey, Instant from, Instant until) {
    return build(
        issuer.holder().getSubject(),
        issuerKey,
        from,
        until,
        (builder, keys) ->
            builder
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, true, usages())
                .addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    keys.createAuthorityKeyIdentifier(issuer.holder())));
  }

  /** Both that real signers use: older readers know only the first, newer ones ask the second. */
  private static ExtendedKeyUsage usages() {
    return new ExtendedKeyUsage(
        new KeyPurposeId[] {
          KeyPurposeId.id_kp_emailProtection,
          KeyPurposeId.getInstance(new ASN1ObjectIdentifier(KeyUsages.CLAIM_SIGNING))
        });
  }

  private X500Name subject() {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.O, organisation)
        .addRDN(BCStyle.CN, commonName)
        .build();
  }

  private Certificate build(
      X500Name issuer, PrivateKey issuerKey, Instant from, Instant until, Extras extras) {
    try {
      JcaX509ExtensionUtils keys = new JcaX509ExtensionUtils();
      X509v3CertificateBuilder builder =
          new X509v3CertificateBuilder(
              issuer,
              new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1),
              Date.from(from),
              Date.from(until),
              subject(),
              SubjectPublicKeyInfo.getInstance(key.getEncoded()));
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, keys.createSubjectKeyIdentifier(key));
      extras.add(builder, keys);
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey);
      return Certificate.parse(builder.build(signer).getEncoded()).orElseThrow();
    } catch (IOException | NoSuchAlgorithmException | OperatorCreationException impossible) {
      throw new IllegalStateException("a certificate could not be made", impossible);
    }
  }

  /** What only one kind of certificate has. */
  private interface Extras {
    void add(X509v3CertificateBuilder builder, JcaX509ExtensionUtils keys) throws IOException;
  }
}
