package io.gasminer.c2pa.x509;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;

/** Owns what the profile asks of a certificate's extensions. */
record CertificateExtensions(
    boolean isAuthority,
    boolean namesIssuerKey,
    boolean namesOwnKey,
    Optional<KeyUsage> usage,
    boolean allCriticalKnown) {
  private static final ASN1ObjectIdentifier NETSCAPE_TYPE =
      new ASN1ObjectIdentifier("2.16.840.1.113730.1.1");

  /** The critical extensions that a reader of C2PA knows. */
  private static final Set<ASN1ObjectIdentifier> KNOWN =
      Set.of(
          Extension.authorityKeyIdentifier,
          Extension.subjectKeyIdentifier,
          Extension.keyUsage,
          Extension.certificatePolicies,
          Extension.policyMappings,
          Extension.subjectAlternativeName,
          Extension.basicConstraints,
          Extension.nameConstraints,
          Extension.policyConstraints,
          Extension.extendedKeyUsage,
          Extension.cRLDistributionPoints,
          Extension.inhibitAnyPolicy,
          Extension.authorityInfoAccess,
          NETSCAPE_TYPE,
          Extension.cRLNumber,
          Extension.reasonCode,
          Extension.invalidityDate);

  static CertificateExtensions of(X509CertificateHolder holder) {
    Extension constraints = holder.getExtension(Extension.basicConstraints);
    Extension usage = holder.getExtension(Extension.keyUsage);
    return new CertificateExtensions(
        constraints != null && BasicConstraints.getInstance(constraints.getParsedValue()).isCA(),
        holder.getExtension(Extension.authorityKeyIdentifier) != null,
        holder.getExtension(Extension.subjectKeyIdentifier) != null,
        Optional.ofNullable(usage).map(found -> KeyUsage.getInstance(found.getParsedValue())),
        Stream.of(holder.getCriticalExtensionOIDs().toArray()).allMatch(KNOWN::contains));
  }

  /** Whether the key may sign content: digitalSignature, keyCertSign or nonRepudiation. */
  boolean maySign() {
    return has(KeyUsage.digitalSignature)
        || has(KeyUsage.keyCertSign)
        || has(KeyUsage.nonRepudiation);
  }

  boolean signsCertificatesWithoutAuthority() {
    return has(KeyUsage.digitalSignature) && has(KeyUsage.keyCertSign) && !isAuthority;
  }

  private boolean has(int bit) {
    return usage.filter(found -> found.hasUsages(bit)).isPresent();
  }
}
