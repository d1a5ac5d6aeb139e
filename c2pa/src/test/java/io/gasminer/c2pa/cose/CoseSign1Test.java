package io.gasminer.c2pa.cose;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.PrivateAuthority;
import io.gasminer.c2pa.rules.ReaderRules;
import io.gasminer.c2pa.x509.Finding;
import io.gasminer.c2pa.x509.TrustStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoseSign1Test {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final byte[] CLAIM = "a claim".getBytes(StandardCharsets.UTF_8);

  private final PrivateAuthority authority = PrivateAuthority.create("Test Authority", NOW);
  private final TrustStore trust = TrustStore.none().withAnchors(List.of(authority.anchor()));

  @ParameterizedTest
  @EnumSource(SigningAlgorithm.class)
  void whatIsSignedHoldsAndIsAsLongAsWasSaid(SigningAlgorithm algorithm) {
    CoseSigner signer = signer(algorithm);
    byte[] signature = signer.sign(CLAIM);
    assertThat(signature).hasSize(signer.size());
    SignatureVerdict verdict = judge(signature, CLAIM, trust, NOW);
    assertThat(verdict.holds()).as(verdict.findings().toString()).isTrue();
    SignerFacts facts = verdict.signer().orElseThrow();
    assertThat(facts.algorithm()).contains(algorithm);
    assertThat(facts.organisation()).contains("Org");
    assertThat(facts.commonName()).contains("Signer");
    assertThat(facts.time()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(SigningAlgorithm.class)
  void anotherClaimIsAMismatch(SigningAlgorithm algorithm) {
    byte[] signature = signer(algorithm).sign(CLAIM);
    byte[] other = "another".getBytes(StandardCharsets.UTF_8);
    assertThat(failures(judge(signature, other, trust, NOW)))
        .containsExactly("claimSignature.mismatch");
  }

  @Test
  void aSignerWithoutAnAnchorIsUntrusted() {
    byte[] signature = signer(SigningAlgorithm.ES256).sign(CLAIM);
    assertThat(failures(judge(signature, CLAIM, TrustStore.none(), NOW)))
        .containsExactly("signingCredential.untrusted");
  }

  @Test
  void anAnchorOfTheSameNameWithAnotherKeyIsNoAnchor() {
    byte[] signature = signer(SigningAlgorithm.ES256).sign(CLAIM);
    PrivateAuthority other = PrivateAuthority.create("Test Authority", NOW);
    TrustStore store = TrustStore.none().withAnchors(List.of(other.anchor()));
    assertThat(failures(judge(signature, CLAIM, store, NOW)))
        .containsExactly("signingCredential.untrusted");
  }

  @Test
  void aSingleCertificateCanBeTrustedWithoutAChain() {
    SigningCredential credential = authority.issue("Org", "Signer", NOW);
    byte[] signature = new CoseSigner(credential, Optional.empty()).sign(CLAIM);
    TrustStore store = TrustStore.none().withEndEntities(credential.chain());
    assertThat(judge(signature, CLAIM, store, NOW).holds()).isTrue();
  }

  @Test
  void theCertificateMustBeValidNowWhenNoTimeIsAttested() {
    byte[] signature = signer(SigningAlgorithm.ES256).sign(CLAIM);
    Instant late = NOW.plus(Duration.ofDays(366));
    Instant early = NOW.minus(Duration.ofHours(2));
    assertThat(failures(judge(signature, CLAIM, trust, late)))
        .containsExactly("signingCredential.expired");
    assertThat(failures(judge(signature, CLAIM, trust, early)))
        .containsExactly("signingCredential.expired");
  }

  @Test
  void aTimeFromElsewhereCountsForTheCertificate() {
    byte[] signature = signer(SigningAlgorithm.ES256).sign(CLAIM);
    ClaimSignature.Claim claim = new ClaimSignature.Claim(CLAIM, 2, Optional.of(NOW), List.of());
    Instant late = NOW.plus(Duration.ofDays(366));
    assertThat(ClaimSignature.judge(signature, claim, pinned(trust, late)).holds()).isTrue();
  }

  @Test
  void ecdsaOfTheFormOfX509IsRefused() {
    assertThat(DerSignature.looksLike(HexFormat.of().parseHex("3006020101020102"))).isTrue();
    assertThat(DerSignature.looksLike(new byte[64])).isFalse();
  }

  @Test
  void hostileBytesEndInValues() {
    byte[] whole = signer(SigningAlgorithm.ES256).sign(CLAIM);
    List<String> accepted = new ArrayList<>();
    for (int length = 0; length < whole.length; length++) {
      if (judge(Arrays.copyOf(whole, length), CLAIM, trust, NOW).holds()) {
        accepted.add("cut at " + length);
      }
    }
    Random random = new Random(34);
    for (int round = 0; round < 400; round++) {
      byte[] changed = whole.clone();
      int at = random.nextInt(changed.length);
      changed[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      if (judge(changed, CLAIM, trust, NOW).holds()) {
        accepted.add("changed at " + at);
      }
    }
    assertThat(accepted).isEmpty();
  }

  private CoseSigner signer(SigningAlgorithm algorithm) {
    return new CoseSigner(authority.issue("Org", "Signer", algorithm, NOW), Optional.empty());
  }

  private static SignatureVerdict judge(
      byte[] signature, byte[] claim, TrustStore trust, Instant now) {
    return ClaimSignature.judge(
        signature,
        new ClaimSignature.Claim(claim, 2, Optional.empty(), List.of()),
        pinned(trust, now));
  }

  private static ClaimSignature.Standard pinned(TrustStore trust, Instant now) {
    return new ClaimSignature.Standard(trust, ReaderRules.PINNED, now);
  }

  private static List<String> failures(SignatureVerdict verdict) {
    return verdict.findings().stream()
        .filter(finding -> finding.kind() == Finding.Kind.FAILURE)
        .map(Finding::code)
        .toList();
  }
}
