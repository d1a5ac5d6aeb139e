package io.gasminer.c2pa.x509;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Owns the requirements on certificates of signers and time-stamping authorities (specification
 * §14.5), in the order and with the words of the validators' reader: the first that is not met is
 * told.
 */
public final class CertificateProfile {
  private static final int SHORTEST_RSA = 2048;
  private static final Set<String> ALGORITHMS =
      Set.of(
          Oids.SHA256_WITH_RSA,
          Oids.SHA384_WITH_RSA,
          Oids.SHA512_WITH_RSA,
          Oids.ECDSA_SHA256,
          Oids.ECDSA_SHA384,
          Oids.ECDSA_SHA512,
          Oids.RSASSA_PSS,
          Oids.ED25519);
  private static final Set<String> CURVES = Set.of(Oids.P256, Oids.P384, Oids.P521);

  private final Certificate certificate;
  private final X509CertificateHolder holder;
  private final CertificateExtensions extensions;

  private CertificateProfile(Certificate certificate) {
    this.certificate = certificate;
    this.holder = certificate.holder();
    this.extensions = CertificateExtensions.of(holder);
  }

  /** What is wrong with an end-entity certificate, if anything. */
  public static Optional<Finding> problem(
      Certificate certificate, Set<String> usages, Validity when) {
    try {
      return new CertificateProfile(certificate).problem(usages, when);
    } catch (RuntimeException malformed) {
      // The ASN.1 reader answers hostile bytes with many kinds of unchecked exceptions.
      return invalid("certificate could not be parsed");
    }
  }

  private Optional<Finding> problem(Set<String> usages, Validity when) {
    if (holder.getVersionNumber() != 3) {
      return invalid("certificate version incorrect");
    }
    if (!certificate.isValidAt(when.instant())) {
      return Optional.of(Finding.failure("signingCredential.expired", "certificate expired"));
    }
    return algorithm()
        .or(this::key)
        .or(this::identity)
        .or(() -> usage(usages))
        .or(this::parameters);
  }

  private Optional<Finding> algorithm() {
    String algorithm = holder.getSignatureAlgorithm().getAlgorithm().getId();
    if (!ALGORITHMS.contains(algorithm)) {
      return invalid("certificate algorithm not supported");
    }
    if (!algorithm.equals(Oids.RSASSA_PSS)) {
      return Optional.empty();
    }
    PssParameters parameters = PssParameters.of(holder.getSignatureAlgorithm());
    if (!parameters.present()) {
      return invalid("certificate missing algorithm parameters");
    }
    if (!parameters.consistent()) {
      return invalid("certificate algorithm error");
    }
    return parameters.digest().isPresent()
        ? Optional.empty()
        : invalid("certificate hash algorithm not supported");
  }

  private Optional<Finding> key() {
    SubjectPublicKeyInfo key = holder.getSubjectPublicKeyInfo();
    String kind = key.getAlgorithm().getAlgorithm().getId();
    if (kind.equals(Oids.EC)) {
      ASN1Encodable curve = key.getAlgorithm().getParameters();
      boolean known = curve instanceof ASN1ObjectIdentifier name && CURVES.contains(name.getId());
      return known ? Optional.empty() : invalid("certificate unsupported EC curve");
    }
    if ((kind.equals(Oids.RSA) || kind.equals(Oids.RSASSA_PSS)) && modulusBits() < SHORTEST_RSA) {
      return invalid("certificate key length too short");
    }
    return Optional.empty();
  }

  private int modulusBits() {
    try {
      return PublicKeys.rsaNumbers(holder.getSubjectPublicKeyInfo()).getModulus().bitLength();
    } catch (IOException malformed) {
      return 0;
    }
  }

  private Optional<Finding> identity() {
    if (extensions.isAuthority() && holder.getIssuer().equals(holder.getSubject())) {
      return invalid("certificate issuer and subject cannot be the same (self-signed disallowed)");
    }
    var signed = holder.toASN1Structure().getTBSCertificate();
    return signed.getIssuerUniqueId() == null && signed.getSubjectUniqueId() == null
        ? Optional.empty()
        : invalid("certificate issuer/subject unique ids are not allowed");
  }

  private Optional<Finding> usage(Set<String> usages) {
    ExtendedUsage usage = ExtendedUsage.of(certificate);
    if (!usage.present()) {
      return Optional.empty();
    }
    if (usage.hasAny()) {
      return invalid("certificate 'any' EKU not allowed");
    }
    if (!usage.isAllowedBy(usages)) {
      return invalid("certificate missing required EKU");
    }
    if (usage.isMixed()) {
      return invalid("certificate invalid set of EKUs");
    }
    if (extensions.signsCertificatesWithoutAuthority()) {
      return invalid("certificate missing digitalSignature EKU");
    }
    return Optional.empty();
  }

  private Optional<Finding> parameters() {
    boolean sound =
        extensions.namesIssuerKey()
            && (extensions.namesOwnKey() || !extensions.isAuthority())
            && extensions.maySign()
            && (ExtendedUsage.of(certificate).present() || extensions.isAuthority())
            && extensions.allCriticalKnown();
    if (!sound) {
      return invalid("certificate params incorrect");
    }
    return extensions.isAuthority() ? invalid("expected end-entity certificate") : Optional.empty();
  }

  private static Optional<Finding> invalid(String explanation) {
    return Optional.of(Finding.failure("signingCredential.invalid", explanation));
  }
}
