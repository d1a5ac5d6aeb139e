package io.gasminer.c2pa.timestamp;

import io.gasminer.c2pa.x509.CertificateProfile;
import io.gasminer.c2pa.x509.Finding;
import io.gasminer.c2pa.x509.KeyUsages;
import io.gasminer.c2pa.x509.TrustStore;
import io.gasminer.c2pa.x509.Validity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Owns the judgement of a time-stamp (specification §15.8), in the order in which the validators'
 * reader makes it. Failures are informational, but for those of the authority's certificate.
 *
 * @param token a TimeStampResp or a TimeStampToken in DER
 * @param stamped the bytes that its imprint must cover
 */
public record TimeStamp(byte[] token, byte[] stamped) {
  /** What is demanded of the authority. */
  public enum Authority {
    /** Nothing, as in claims of version 1. */
    ANY,
    /** A certificate that fits the profile; enough for a time that is only reported. */
    SOUND,
    /** A certificate that fits the profile and leads to an anchor. */
    TRUSTED
  }

  /** Judges the first of its signers that holds, otherwise tells why the last does not. */
  public TimeStampVerdict judge(Authority demanded, TrustStore trust, Instant now) {
    Optional<StampToken> parsed = StampToken.parse(token);
    if (parsed.isEmpty()) {
      return refused("timeStamp.malformed", "could not parse timestamp data");
    }
    if (demanded != Authority.ANY && parsed.get().hasUnreadableCertificate()) {
      return new TimeStampVerdict(
          Optional.empty(),
          List.of(
              Finding.failure("signingCredential.invalid", "certificate params incorrect"),
              Finding.informational("timeStamp.untrusted", "timestamp cert untrusted")));
    }
    if (!parsed.get().hasCertificates()) {
      return refused("timeStamp.untrusted", "could not parse timestamp data");
    }
    TimeStampVerdict last = new TimeStampVerdict(Optional.empty(), List.of());
    for (StampSigner signer : parsed.get().signers()) {
      last = judge(signer, demanded, trust, now);
      if (last.time().isPresent()) {
        return last;
      }
    }
    return last;
  }

  private TimeStampVerdict judge(
      StampSigner signer, Authority demanded, TrustStore trust, Instant now) {
    Optional<Finding> problem = signer.problem(stamped);
    if (problem.isPresent()) {
      return new TimeStampVerdict(Optional.empty(), List.of(problem.get()));
    }
    String name = signer.certificate().commonName().orElse("");
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.success("timeStamp.validated", "timestamp message digest matched: " + name));
    Validity when = new Validity(Optional.of(signer.time()), now);
    if (!isAcceptable(signer, demanded, trust, when, findings)) {
      findings.add(
          Finding.informational("timeStamp.untrusted", "timestamp cert untrusted: " + name));
      return new TimeStampVerdict(Optional.empty(), findings);
    }
    findings.add(Finding.success("timeStamp.trusted", "timestamp cert trusted: " + name));
    return new TimeStampVerdict(Optional.of(signer.time()), findings);
  }

  private static boolean isAcceptable(
      StampSigner signer,
      Authority demanded,
      TrustStore trust,
      Validity when,
      List<Finding> findings) {
    if (demanded == Authority.ANY) {
      return true;
    }
    Optional<Finding> flaw =
        CertificateProfile.problem(signer.certificate(), Set.of(KeyUsages.TIME_STAMPING), when);
    flaw.ifPresent(findings::add);
    return flaw.isEmpty()
        && (demanded == Authority.SOUND || trust.trustsAuthority(signer.chain(), when));
  }

  private static TimeStampVerdict refused(String code, String explanation) {
    return new TimeStampVerdict(
        Optional.empty(), List.of(Finding.informational(code, explanation)));
  }
}
