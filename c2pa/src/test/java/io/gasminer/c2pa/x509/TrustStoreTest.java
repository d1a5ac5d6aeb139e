package io.gasminer.c2pa.x509;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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

  @Test
  void theOfficialListsAreTwoAndTellWhenTheirCertificatesEnd() {
    assertThat(AnchorList.C2PA.entries()).hasSize(30);
    assertThat(AnchorList.C2PA_TIME.entries()).hasSize(22);
    assertThat(AnchorList.C2PA.entries())
        .anyMatch(
            entry ->
                entry.anchor().name().contains("SSL.com C2PA ECC Root CA 2025")
                    && entry.ends().equals(LocalDate.of(2050, 7, 12)));
    assertThat(TrustStore.c2pa().signers()).hasSize(52);
  }

  @Test
  void anAnchorForTimeStampsAloneSignsNoClaims() {
    TrustStore store = TrustStore.none().withAuthorities(AnchorList.C2PA_TIME.anchors());
    assertThat(store.signers()).isEmpty();
    assertThat(store.authorities()).hasSize(22);
  }
}
