package io.gasminer.c2pa.x509;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrustStoreTest {
  @Test
  void theSubnetsSetHoldsItsAnchorsByName() {
    assertThat(TrustStore.sn34().signers())
        .hasSize(9)
        .extracting(TrustAnchor::name)
        .anyMatch(name -> name.contains("Google C2PA Root CA G3"))
        .anyMatch(name -> name.contains("GlobalSign Root CA - R6"))
        .anyMatch(name -> name.contains("WebClaimSigningCA"))
        .noneMatch(name -> name.contains("SSL.com"));
  }

  @Test
  void stampsAreTrustedUnderTheSameAnchors() {
    TrustStore store = TrustStore.sn34();
    assertThat(store.authorities()).isEqualTo(store.signers());
  }
}
