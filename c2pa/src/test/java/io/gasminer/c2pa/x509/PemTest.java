package io.gasminer.c2pa.x509;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.PrivateAuthority;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PemTest {
  private final PrivateAuthority authority =
      PrivateAuthority.create("Test Authority", Instant.parse("2026-11-24T12:00:00Z"));

  @Test
  void whatIsWrittenIsReadAgain() {
    String text = "a comment\n" + authority.rootPem() + authority.rootPem();
    assertThat(Pem.read(text))
        .isInstanceOfSatisfying(
            Pem.Reading.Certificates.class,
            read -> {
              assertThat(read.certificates()).containsOnly(authority.root()).hasSize(2);
              assertThat(read.anchors()).containsOnly(authority.anchor());
            });
  }

  @Test
  void textWithoutCertificatesIsToldWithWhatToDo() {
    assertThat(problem("nothing")).contains("no \"-----BEGIN").contains("Give a file");
  }

  @Test
  void aBrokenBlockIsToldWithItsLine() {
    String broken = "\n" + authority.rootPem().replaceAll("(?s)\nMII.{40}", "\n");
    assertThat(problem(broken)).contains("line 2 is no certificate");
    assertThat(problem("-----BEGIN CERTIFICATE-----\nMII")).contains("line 1 does not end");
  }

  private static String problem(String text) {
    return ((Pem.Reading.Unreadable) Pem.read(text)).problem();
  }
}
