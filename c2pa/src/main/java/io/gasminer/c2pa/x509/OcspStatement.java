package io.gasminer.c2pa.x509;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.ResponseData;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x509.CRLReason;

/**
 * Owns what a response says of one certificate (RFC 6960 §4.2.1).
 *
 * @param until the end of the time it speaks of
 * @param revoked when it was withdrawn
 * @param reason the CRL's number for why
 */
record OcspStatement(
    CertID subject,
    Status status,
    Instant from,
    Instant until,
    Optional<Instant> revoked,
    Optional<Integer> reason) {
  /** Without an end a response is good for a day, as the validators' reader has it. */
  private static final Duration UNTIL_NEXT = Duration.ofDays(1);

  /** The three that a responder may tell. */
  enum Status {
    GOOD,
    REVOKED,
    UNKNOWN
  }

  /** What a statement comes to at an instant. */
  enum Meaning {
    HOLDS,
    REVOKED,
    /** Withdrawn after the signing, which ends the search without a word. */
    LATER,
    NOTHING
  }

  static OcspStatement of(ASN1Encodable item, ResponseData data) {
    SingleResponse single = SingleResponse.getInstance(item);
    Instant from = instant(single.getThisUpdate());
    Instant until =
        Optional.ofNullable(single.getNextUpdate())
            .map(OcspStatement::instant)
            .orElseGet(() -> instant(data.getProducedAt()).plus(UNTIL_NEXT));
    Status status =
        switch (single.getCertStatus().getTagNo()) {
          case 0 -> Status.GOOD;
          case 1 -> Status.REVOKED;
          default -> Status.UNKNOWN;
        };
    Optional<RevokedInfo> revoked =
        status == Status.REVOKED
            ? Optional.of(RevokedInfo.getInstance(single.getCertStatus().getStatus()))
            : Optional.empty();
    return new OcspStatement(
        single.getCertID(),
        status,
        from,
        until,
        revoked.map(info -> instant(info.getRevocationTime())),
        revoked.map(RevokedInfo::getRevocationReason).map(why -> why.getValue().intValue()));
  }

  private static Instant instant(ASN1GeneralizedTime time) {
    try {
      return time.getDate().toInstant();
    } catch (ParseException malformed) {
      throw new IllegalArgumentException("no time", malformed);
    }
  }

  /** Whether it names the first certificate by its number and its issuer. */
  boolean isAbout(List<Certificate> chain) {
    if (chain.size() < 2 || !subject.getSerialNumber().hasValue(chain.getFirst().serial())) {
      return false;
    }
    Certificate issuer = chain.get(1);
    byte[] key = issuer.holder().getSubjectPublicKeyInfo().getPublicKeyData().getOctets();
    return MessageDigest.isEqual(
            subject.getIssuerNameHash().getOctets(), digest(issuer.subjectDer()))
        && MessageDigest.isEqual(subject.getIssuerKeyHash().getOctets(), digest(key));
  }

  /** By the digest it names; one that may not be used gives nothing that anything equals. */
  private byte[] digest(byte[] bytes) {
    String name =
        switch (subject.getHashAlgorithm().getAlgorithm().getId()) {
          case Oids.SHA1 -> "SHA-1";
          case Oids.SHA256 -> "SHA-256";
          default -> "";
        };
    try {
      return name.isEmpty() ? bytes : MessageDigest.getInstance(name).digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JVM has " + name, impossible);
    }
  }

  Meaning judge(Validity when) {
    return switch (status) {
      case GOOD -> covers(when) ? Meaning.HOLDS : Meaning.REVOKED;
      case REVOKED -> judgeRevoked(when, revoked.orElseThrow());
      case UNKNOWN -> Meaning.NOTHING;
    };
  }

  /**
   * A good answer that had run out when the claim was signed counts against it, as it does there.
   */
  private boolean covers(Validity when) {
    return when.stamped()
        .map(signed -> !signed.isAfter(until))
        .orElseGet(() -> !when.now().isBefore(from));
  }

  private Meaning judgeRevoked(Validity when, Instant at) {
    if (reason.isEmpty()) {
      return Meaning.REVOKED;
    }
    if (reason.get() == CRLReason.removeFromCRL) {
      return at.isAfter(when.instant()) ? Meaning.NOTHING : Meaning.REVOKED;
    }
    return when.stamped().filter(signed -> signed.isBefore(at)).isPresent()
        ? Meaning.LATER
        : Meaning.REVOKED;
  }
}
