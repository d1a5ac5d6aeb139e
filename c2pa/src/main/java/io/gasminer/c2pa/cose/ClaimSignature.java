package io.gasminer.c2pa.cose;

import io.gasminer.c2pa.timestamp.TimeStamp;
import io.gasminer.c2pa.timestamp.TimeStampVerdict;
import io.gasminer.c2pa.x509.Certificate;
import io.gasminer.c2pa.x509.CertificateProfile;
import io.gasminer.c2pa.x509.Finding;
import io.gasminer.c2pa.x509.TrustStore;
import io.gasminer.c2pa.x509.Validity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns the judgement of a claim's signature (specification §15.7), in the order in which the
 * validators' reader makes it.
 */
public final class ClaimSignature {
  static final String MISMATCH = "claimSignature.mismatch";

  private final CoseSign1 cose;
  private final List<Certificate> chain;
  private final Claim claim;
  private final TrustStore trust;
  private final List<Finding> findings = new ArrayList<>();

  private ClaimSignature(CoseSign1 cose, List<Certificate> chain, Claim claim, TrustStore trust) {
    this.cose = cose;
    this.chain = chain;
    this.claim = claim;
    this.trust = trust;
  }

  /**
   * Owns what the signature is about.
   *
   * @param bytes the claim as it lay
   * @param version 1 or 2: who may stamp the time differs
   * @param stamped a time from a time-stamp assertion elsewhere, which goes before the signature's
   */
  public record Claim(byte[] bytes, int version, Optional<Instant> stamped) {}

  /** Judges the content of a claim signature box. */
  public static SignatureVerdict judge(
      byte[] signature, Claim claim, TrustStore trust, Instant now) {
    Optional<CoseSign1> cose = CoseSign1.parse(signature);
    if (cose.isEmpty()) {
      return SignatureVerdict.unreadable("could not parse signature");
    }
    List<byte[]> chain = cose.get().chain();
    if (chain.isEmpty()) {
      return SignatureVerdict.unreadable(
          "could not find signing certificate chain in COSE signature");
    }
    List<Certificate> certificates =
        chain.stream().map(Certificate::parse).flatMap(Optional::stream).toList();
    if (Certificate.parse(chain.getFirst()).isEmpty()) {
      return Certificate.hasOutline(chain.getFirst())
          ? SignatureVerdict.anonymous(revocation(cose.get()))
          : SignatureVerdict.unreadable("COSE certificate was not valid");
    }
    boolean whole = certificates.size() == chain.size();
    return new ClaimSignature(cose.get(), certificates, claim, trust).judge(whole, now);
  }

  private SignatureVerdict judge(boolean wholeChain, Instant now) {
    findings.addAll(revocation(cose));
    Stamps stamps = stamps(now);
    judgeSignature(wholeChain, new Validity(stamps.counting(), now));
    SignerFacts facts = new SignerFacts(cose.algorithm(), chain, stamps.reported());
    return new SignatureVerdict(findings, Optional.of(facts), Optional.empty());
  }

  private void judgeSignature(boolean wholeChain, Validity when) {
    Optional<SigningAlgorithm> algorithm = cose.algorithm();
    if (algorithm.isEmpty()) {
      fail("algorithm.unsupported", "unsupported or missing Cose algorithm");
      mismatch();
      return;
    }
    if (algorithm.get().isEcdsa() && DerSignature.looksLike(cose.signature())) {
      fail(
          "signingCredential.invalid",
          "unsupported signature format (EC signature should be in P1363 r|s format)");
      mismatch();
      return;
    }
    CertificateProfile.problem(chain.getFirst(), trust.usages(), when).ifPresent(findings::add);
    if (wholeChain && trust.trusts(chain, when)) {
      findings.add(Finding.success("signingCredential.trusted", "signing certificate trusted"));
    } else {
      fail("signingCredential.untrusted", "signing certificate untrusted");
    }
    byte[] key = chain.getFirst().publicKeyDer();
    boolean holds = algorithm.get().holds(key, cose.toBeSigned(claim.bytes()), cose.signature());
    if (!holds || chain.getFirst().organisation().isEmpty()) {
      mismatch();
      return;
    }
    findings.add(Finding.success("claimSignature.insideValidity", "claim signature valid"));
    findings.add(Finding.success("claimSignature.validated", "claim signature valid"));
  }

  /** A response that came along is not evaluated; without one, that nothing was asked is told. */
  private static List<Finding> revocation(CoseSign1 cose) {
    return cose.hasRevocationValues()
        ? List.of()
        : List.of(
            Finding.informational(
                "signingCredential.ocsp.skipped", "revocation was not looked up"));
  }

  /** The time that counts for the certificate, and the time that is reported. */
  private record Stamps(Optional<Instant> counting, Optional<Instant> reported) {}

  private Stamps stamps(Instant now) {
    Optional<TimeStamp> stamp = SignatureStamps.of(cose, claim.bytes(), findings::add);
    Optional<Instant> reported =
        stamp.flatMap(found -> found.judge(TimeStamp.Authority.SOUND, trust, now).time());
    if (claim.stamped().isPresent()) {
      return new Stamps(claim.stamped(), reported);
    }
    TimeStamp.Authority demanded =
        claim.version() == 1 ? TimeStamp.Authority.ANY : TimeStamp.Authority.TRUSTED;
    Optional<TimeStampVerdict> verdict = stamp.map(found -> found.judge(demanded, trust, now));
    verdict.ifPresent(found -> findings.addAll(found.findings()));
    return new Stamps(verdict.flatMap(TimeStampVerdict::time), reported);
  }

  private void mismatch() {
    fail(MISMATCH, "claim signature is not valid");
  }

  private void fail(String code, String explanation) {
    findings.add(Finding.failure(code, explanation));
  }
}
