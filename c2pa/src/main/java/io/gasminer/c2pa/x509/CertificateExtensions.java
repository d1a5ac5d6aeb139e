package io.gasminer.c2pa.x509;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    Optional<KeyUsage> usage = read(holder, Extension.keyUsage, KeyUsage::getInstance);
    boolean unreadableUsage = usage.isEmpty() && isCritical(holder, Extension.keyUsage);
    return new CertificateExtensions(
        read(holder, Extension.basicConstraints, BasicConstraints::getInstance)
            .filter(BasicConstraints::isCA)
            .isPresent(),
        holder.getExtension(Extension.authorityKeyIdentifier) != null,
        holder.getExtension(Extension.subjectKeyIdentifier) != null,
        usage,
        !unreadableUsage
            && Stream.of(holder.getCriticalExtensionOIDs().toArray()).allMatch(KNOWN::contains));
  }

  private static boolean isCritical(X509CertificateHolder holder, ASN1ObjectIdentifier type) {
    return holder.getCriticalExtensionOIDs().contains(type);
  }

  /** An extension that cannot be read counts as absent. */
  private static <T> Optional<T> read(
      X509CertificateHolder holder, ASN1ObjectIdentifier type, Function<Object, T> reading) {
    try {
      return Optional.ofNullable(holder.getExtension(type))
          .map(extension -> reading.apply(extension.getParsedValue()));
    } catch (RuntimeException malformed) {
      // The ASN.1 reader answers hostile bytes with many kinds of unchecked exceptions.
      return Optional.empty();
    }
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
