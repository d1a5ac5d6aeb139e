package io.gasminer.miner.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.generation.CatalogRow;
import io.gasminer.miner.generation.ModelCatalog;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SignerStandingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  @Test
  void aKnownSignerWhoseAnchorLastsIsAccepted() {
    for (String signer : new String[] {"Google LLC", "Byteplus Pte. Ltd.", "Stability AI Ltd"}) {
      SignerStanding standing = SignerStanding.of(signer, TODAY);
      assertThat(standing.accepted()).as(signer).isTrue();
      assertThat(standing.text()).isEqualTo("accepted by validators");
    }
  }

  @Test
  void aSignerWhoseAnchorIsAboutToEndIsDoubtfulAndSaysWhen() {
    SignerStanding openAi = SignerStanding.of("OpenAI", TODAY);
    assertThat(openAi.accepted()).isFalse();
    assertThat(openAi.named()).isTrue();
    assertThat(openAi.text()).contains("doubtful", "ends on 2026-12-08");
  }

  @Test
  void whoIsOnNoListIsNotAcceptedAndWhoseAnchorIsUnknownIsUnproven() {
    assertThat(SignerStanding.of("gas-miner Sandbox", TODAY).text())
        .isEqualTo("not on the validators' list of names");
    SignerStanding luma = SignerStanding.of("Luma AI", TODAY);
    assertThat(luma.named()).isTrue();
    assertThat(luma.accepted()).isFalse();
    assertThat(luma.text()).contains("no anchor is known");
  }

  @Test
  void everySignerOfTheCatalogueIsOnTheValidatorsList() {
    assertThat(
            ModelCatalog.builtIn().rows().stream()
                .map(CatalogRow::card)
                .flatMap(card -> card.signer().stream())
                .distinct())
        .isNotEmpty()
        .allSatisfy(signer -> assertThat(SignerStanding.of(signer, TODAY).named()).isTrue());
  }
}
