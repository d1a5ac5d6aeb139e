package io.gasminer.c2pa.cose;

import io.gasminer.c2pa.rules.ReaderRules;
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
  static final Finding UNFIT_KEY =
      Finding.failure(
          "signingCredential.invalid",
          "certificate key algorithm does not match COSE signing algorithm");

  private final CoseSign1 cose;
  private final List<Certificate> chain;
  private final Claim claim;
  private final Standard standard;
  private final List<Finding> findings = new ArrayList<>();

  private ClaimSignature(CoseSign1 cose, List<Certificate> chain, Claim claim, Standard standard) {
    this.cose = cose;
    this.chain = chain;
    this.claim = claim;
    this.standard = standard;
  }

  /**
   * Owns what the signature is about.
   *
   * @param bytes the claim as it lay
   * @param version 1 or 2: who may stamp the time differs
   * @param stamped a time from a time-stamp assertion elsewhere, which goes before the signature's
   * @param responses OCSP responses of the manifest's own certificate status assertions
   */
  public record Claim(
      byte[] bytes, int version, Optional<Instant> stamped, List<byte[]> responses) {
    public Claim {
      responses = List.copyOf(responses);
    }
  }

  /** Owns what a signature is held against: whom to trust, by which rules, and when. */
  public record Standard(TrustStore trust, ReaderRules rules, Instant now) {}

  /** Judges the content of a claim signature box. */
  public static SignatureVerdict judge(byte[] signature, Claim claim, Standard standard) {
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
      return Certificate.keyInOutline(chain.getFirst())
          .map(key -> anonymous(cose.get(), key, standard.rules()))
          .orElseGet(() -> SignatureVerdict.unreadable("COSE certificate was not valid"));
    }
    boolean whole = certificates.size() == chain.size();
    return new ClaimSignature(cose.get(), certificates, claim, standard).judge(whole);
  }

  /** The certificate has a key but names nobody that can be read. */
  private static SignatureVerdict anonymous(CoseSign1 cose, byte[] key, ReaderRules rules) {
    List<Finding> findings = new ArrayList<>();
    if (rules.tellsRevocation() && cose.revocationValues().isEmpty()) {
      findings.add(RevocationCheck.SKIPPED);
    }
    findings.add(Finding.failure("signingCredential.untrusted", "signing certificate untrusted"));
    if (rules.keyMustFitAlgorithm() && cose.algorithm().filter(one -> !one.fits(key)).isPresent()) {
      findings.add(UNFIT_KEY);
    }
    findings.add(Finding.failure(MISMATCH, "claim signature is not valid"));
    return new SignatureVerdict(findings, Optional.empty(), Optional.empty());
  }

  private SignatureVerdict judge(boolean wholeChain) {
    Stamps stamps = stamps();
    Validity when =
        new Validity(stamps.counting(), standard.now(), standard.rules().wholeChainMustBeValid());
    findings.addAll(
        0,
        RevocationCheck.findings(cose, claim, new RevocationCheck.Signer(chain, standard, when)));
    judgeSignature(wholeChain, when);
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
    judgeSigner(wholeChain, when);
    if (standard.rules().keyMustFitAlgorithm()
        && !algorithm.get().fits(chain.getFirst().publicKeyDer())) {
      findings.add(UNFIT_KEY);
      mismatch();
      return;
    }
    byte[] key = chain.getFirst().publicKeyDer();
    boolean holds = algorithm.get().holds(key, cose.toBeSigned(claim.bytes()), cose.signature());
    boolean named =
        !standard.rules().signerNeedsOrganisation() || chain.getFirst().organisation().isPresent();
    if (!holds || !named) {
      mismatch();
      return;
    }
    findings.add(Finding.success("claimSignature.insideValidity", "claim signature valid"));
    findings.add(Finding.success("claimSignature.validated", "claim signature valid"));
  }

  private void judgeSigner(boolean wholeChain, Validity when) {
    Optional<Finding> problem =
        CertificateProfile.problem(chain.getFirst(), standard.trust().acceptedUsages(), when);
    Finding trust =
        wholeChain && standard.trust().trusts(chain, when)
            ? Finding.success("signingCredential.trusted", "signing certificate trusted")
            : Finding.failure("signingCredential.untrusted", "signing certificate untrusted");
    if (standard.rules().trustComesFirst()) {
      findings.add(trust);
      problem.ifPresent(findings::add);
    } else {
      problem.ifPresent(findings::add);
      findings.add(trust);
    }
  }

  /** The time that counts for the certificate, and the time that is reported. */
  private record Stamps(Optional<Instant> counting, Optional<Instant> reported) {}

  private Stamps stamps() {
    TrustStore trust = standard.trust();
    Instant now = standard.now();
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
