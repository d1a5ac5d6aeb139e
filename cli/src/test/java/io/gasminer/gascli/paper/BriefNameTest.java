package io.gasminer.gascli.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BriefNameTest {
  @Test
  void aNameIsItsCommonNameAndItsOrganisation() {
    assertThat(BriefName.of("CN=Root G3,O=Google LLC,C=US")).isEqualTo("Root G3 (Google LLC)");
    assertThat(BriefName.of("C=US, O=A\\, Inc., OU=X, CN=Root")).isEqualTo("Root (A, Inc.)");
    assertThat(BriefName.of("O=Alone,L=ACN=no")).isEqualTo("Alone");
    assertThat(BriefName.of("OU=GlobalSign Root")).isEqualTo("OU=GlobalSign Root");
    assertThat(BriefName.of("CN=a\u001b[31mb")).isEqualTo("a?[31mb");
  }
}
