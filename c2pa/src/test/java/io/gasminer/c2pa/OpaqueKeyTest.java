package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gasminer.c2pa.ClaimDraft.Software;
import io.gasminer.c2pa.cose.SigningAlgorithm;
import io.gasminer.c2pa.cose.SigningCredential;
import io.gasminer.c2pa.x509.Certificate;
import io.gasminer.c2pa.x509.CertificateRequest;
import io.gasminer.c2pa.x509.TrustAnchor;
import io.gasminer.c2pa.x509.TrustStore;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Security;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys that never leave their hardware sign as those that lie in memory. */
class OpaqueKeyTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final List<String> EVERY =
      List.of(
          "SHA256withECDSAinP1363Format",
          "SHA384withECDSAinP1363Format",
          "SHA512withECDSAinP1363Format",
          "RSASSA-PSS",
          "Ed25519");

  @ParameterizedTest
  @EnumSource(SigningAlgorithm.class)
  void aKeyWithoutAnEncodingSignsWithItsProvider(SigningAlgorithm algorithm) throws Exception {
    KeyPair keys = keys(algorithm);
    SigningCredential credential = credential(keys, algorithm).with(new OpaqueKeys(EVERY));
    assertThat(OpaqueKeys.hide(keys.getPrivate()).getEncoded()).isNull();
    assertThat(stateOf(credential)).isEqualTo(ValidationState.TRUSTED);
  }

  @ParameterizedTest
  @EnumSource(SigningAlgorithm.class)
  void theProviderOfAKeyIsFoundAmongThoseOfTheJdk(SigningAlgorithm algorithm) throws Exception {
    OpaqueKeys provider = new OpaqueKeys(EVERY);
    Security.addProvider(provider);
    try {
      assertThat(stateOf(credential(keys(algorithm), algorithm)))
          .isEqualTo(ValidationState.TRUSTED);
    } finally {
      Security.removeProvider(provider.getName());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ES256", "ES384", "ES512"})
  void signaturesInTheFormOfX509AreConverted(SigningAlgorithm algorithm) throws Exception {
    OpaqueKeys provider =
        new OpaqueKeys(List.of("SHA256withECDSA", "SHA384withECDSA", "SHA512withECDSA"));
    assertThat(stateOf(credential(keys(algorithm), algorithm).with(provider)))
        .isEqualTo(ValidationState.TRUSTED);
  }

  @Test
  void aProviderThatDoesNotKnowTheKeyIsSaid() throws Exception {
    SigningCredential credential =
        credential(keys(SigningAlgorithm.ED25519), SigningAlgorithm.ED25519)
            .with(new OpaqueKeys(List.of("SHA256withECDSA")));
    assertThatThrownBy(() -> stateOf(credential))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not sign with ED25519");
  }

  private static ValidationState stateOf(SigningCredential credential) throws Exception {
    byte[] signed =
        new C2paSigner(credential, new Random(1))
            .sign(
                Samples.png(),
                ClaimDraft.generated(Software.of("tests"), Software.of("gradient"), NOW));
    TrustStore trust =
        TrustStore.none().withAnchors(List.of(TrustAnchor.of(credential.chain().getLast())));
    return switch (new C2paReader(trust, () -> NOW).read(signed)) {
      case ReadResult.Report(var report) -> report.state();
      case ReadResult other -> throw new AssertionError(other.toString());
    };
  }

  private static SigningCredential credential(KeyPair keys, SigningAlgorithm algorithm)
      throws Exception {
    KeyPair rootKeys = keys(SigningAlgorithm.ES256);
    Instant until = NOW.plus(Duration.ofDays(9));
    Certificate root =
        new CertificateRequest("Root Org", "Root", rootKeys.getPublic())
            .selfSigned(rootKeys.getPrivate(), NOW, until);
    Certificate leaf =
        new CertificateRequest("Org", "Signer", keys.getPublic())
            .signedBy(root, rootKeys.getPrivate(), NOW, until);
    return new SigningCredential(
        OpaqueKeys.hide(keys.getPrivate()), List.of(leaf, root), algorithm);
  }

  private static KeyPair keys(SigningAlgorithm algorithm) throws Exception {
    KeyPairGenerator generator =
        KeyPairGenerator.getInstance(
            switch (algorithm) {
              case ES256, ES384, ES512 -> "EC";
              case PS256, PS384, PS512 -> "RSA";
              case ED25519 -> "Ed25519";
            });
    switch (algorithm) {
      case ES256 -> generator.initialize(new ECGenParameterSpec("secp256r1"));
      case ES384 -> generator.initialize(new ECGenParameterSpec("secp384r1"));
      case ES512 -> generator.initialize(new ECGenParameterSpec("secp521r1"));
      case PS256, PS384, PS512 -> generator.initialize(2048);
      case ED25519 -> {
        // Has one kind of key.
      }
    }
    return generator.generateKeyPair();
  }
}
