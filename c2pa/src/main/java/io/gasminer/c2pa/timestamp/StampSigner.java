package io.gasminer.c2pa.timestamp;

import io.gasminer.c2pa.x509.Certificate;
import io.gasminer.c2pa.x509.Finding;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;

/** Owns one signer of a time-stamp token: the checks of its signature and its imprint. */
final class StampSigner {
  private final SignerInfo info;
  private final Certificate certificate;
  private final List<Certificate> chain;
  private final Optional<StampContent> stamp;
  private final SignedAttributes attributes;

  StampSigner(SignedData data, SignerInfo info, Certificate certificate, List<Certificate> chain) {
    this.info = info;
    this.certificate = certificate;
    this.chain = chain;
    this.stamp = StampContent.of(data.getEncapContentInfo());
    this.attributes = SignedAttributes.of(info.getAuthenticatedAttributes());
  }

  Certificate certificate() {
    return certificate;
  }

  /** The signer's certificate and those above it that the token carries. */
  List<Certificate> chain() {
    return chain;
  }

  /** The time it states; the signed attribute goes before the token's, as the reader has it. */
  Instant time() {
    return attributes.signingTime().or(() -> stamp.map(StampContent::time)).orElse(Instant.EPOCH);
  }

  /** What is wrong with it as a time-stamp of these bytes, if anything. */
  Optional<Finding> problem(byte[] stamped) {
    if (stamp.isEmpty()) {
      return malformed("timestamp response had no TstInfo");
    }
    try {
      return attributesProblem()
          .or(this::signatureProblem)
          .or(this::validityProblem)
          .or(() -> imprintProblem(stamped));
    } catch (RuntimeException malformed) {
      // The ASN.1 reader answers hostile bytes with many kinds of unchecked exceptions.
      return malformed("timestamp signer info malformed");
    }
  }

  private Optional<Finding> attributesProblem() {
    if (!attributes.present()) {
      return Optional.empty();
    }
    Optional<MessageDigest> digest = digest();
    if (attributes.messageDigest().isEmpty()) {
      return malformed("timestamp no message digest");
    }
    if (digest.isEmpty()) {
      return malformed("timestamp bad message digest algorithm");
    }
    byte[] content = digest.get().digest(stamp.orElseThrow().content());
    return MessageDigest.isEqual(content, attributes.messageDigest().get())
        ? Optional.empty()
        : told("timeStamp.mismatch", "timestamp bad message digest");
  }

  private Optional<MessageDigest> digest() {
    return Digests.of(info.getDigestAlgorithm().getAlgorithm().getId());
  }

  private Optional<Finding> signatureProblem() {
    byte[] signed;
    try {
      signed = attributes.present() ? attributes.signed() : stamp.orElseThrow().content();
    } catch (IOException malformed) {
      return malformed("timestamp signer attributes malformed");
    }
    boolean holds =
        Digests.signatureName(info.getDigestAlgorithm().getAlgorithm().getId())
            .filter(
                name ->
                    StampSignature.holds(
                        certificate.publicKeyDer(),
                        name,
                        info.getDigestEncryptionAlgorithm(),
                        signed,
                        info.getEncryptedDigest().getOctets()))
            .isPresent();
    return holds
        ? Optional.empty()
        : told("timeStamp.untrusted", "timestamp signed data did not match signature");
  }

  private Optional<Finding> validityProblem() {
    Duration margin = stamp.orElseThrow().accuracy();
    boolean inside =
        !time().isBefore(certificate.notBefore().minus(margin))
            && time().getEpochSecond() <= certificate.notAfter().plus(margin).getEpochSecond();
    return inside
        ? Optional.empty()
        : told("timeStamp.outsideValidity", "timestamp signer outside of certificate validity");
  }

  private Optional<Finding> imprintProblem(byte[] stamped) {
    StampContent said = stamp.orElseThrow();
    Optional<MessageDigest> digest = Digests.of(said.imprintAlgorithm());
    if (digest.isEmpty()) {
      return told("timeStamp.untrusted", "timestamp unknown message digest algorithm");
    }
    return MessageDigest.isEqual(digest.get().digest(stamped), said.imprint())
        ? Optional.empty()
        : told(
            "timeStamp.mismatch",
            "timestamp message digest did not match: " + certificate.commonName().orElse(""));
  }

  private static Optional<Finding> malformed(String explanation) {
    return told("timeStamp.malformed", explanation);
  }

  private static Optional<Finding> told(String code, String explanation) {
    return Optional.of(Finding.informational(code, explanation));
  }
}
