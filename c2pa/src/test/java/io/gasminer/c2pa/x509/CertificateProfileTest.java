package io.gasminer.c2pa.x509;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gasminer.c2pa.PrivateAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CertificateProfileTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Map<String, String> PROBLEMS =
      Map.ofEntries(
          Map.entry("openai.es256", ""),
          Map.entry("openai.es384", ""),
          Map.entry("openai.es512", ""),
          Map.entry("openai.ps256", ""),
          Map.entry("openai.ed25519", ""),
          Map.entry("c2paeku.es256", ""),
          Map.entry("docsign.es256", ""),
          Map.entry("nobc.es256", ""),
          Map.entry("noski.es256", ""),
          Map.entry("anyeku.es256", "certificate 'any' EKU not allowed"),
          Map.entry("servereku.es256", "certificate missing required EKU"),
          Map.entry("noeku.es256", "certificate params incorrect"),
          Map.entry("noaki.es256", "certificate params incorrect"),
          Map.entry("noku.es256", "certificate params incorrect"),
          Map.entry("critext.es256", "certificate params incorrect"),
          Map.entry("rsa1024.ps256", "certificate key length too short"),
          Map.entry("expired.es256", "certificate expired"),
          Map.entry("notyet.es256", "certificate expired"));

  private final Certificate sound =
      PrivateAuthority.create("Authority", NOW).issue("Org", "Signer", NOW).chain().getFirst();

  @Test
  void eachFlawIsToldInTheReadersWords() throws Exception {
    Path pki = Path.of(System.getProperty("gasminer.shared", ""), "data", "c2pa", "pki");
    assumeTrue(Files.exists(pki), "skipped: -Dgasminer.shared names no folder with data/c2pa/pki");
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> flaw : PROBLEMS.entrySet()) {
      String text = Files.readString(pki.resolve(flaw.getKey() + ".pem"));
      Certificate leaf = ((Pem.Reading.Certificates) Pem.read(text)).certificates().getFirst();
      String found = problem(leaf, NOW).map(Finding::explanation).orElse("");
      if (!found.equals(flaw.getValue())) {
        wrong.add(flaw.getKey() + ": " + found + " but expected: " + flaw.getValue());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void anIssuedCertificateFitsToTheSecondOfItsValidity() {
    Duration second = Duration.ofSeconds(1);
    assertThat(problem(sound, sound.notBefore())).isEmpty();
    assertThat(problem(sound, sound.notAfter())).isEmpty();
    assertThat(problem(sound, sound.notBefore().minus(second))).isPresent();
    assertThat(problem(sound, sound.notAfter().plus(second))).isPresent();
  }

  @Test
  void aRootDoesNotSignClaims() {
    Certificate root = PrivateAuthority.create("Authority", NOW).root();
    assertThat(problem(root, NOW)).map(Finding::code).contains("signingCredential.invalid");
  }

  @Test
  void hostileBytesEndInValues() {
    byte[] whole = sound.der();
    Random random = new Random(34);
    for (int length = 0; length < whole.length; length++) {
      assertThat(Certificate.parse(Arrays.copyOf(whole, length))).isEmpty();
    }
    for (int round = 0; round < 5000; round++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      Certificate.parse(changed)
          .ifPresent(
              certificate -> {
                assertThat(problem(certificate, NOW)).isNotNull();
                assertThat(certificate.organisation()).isNotNull();
                assertThat(certificate.serial()).isNotNull();
              });
    }
  }

  private static Optional<Finding> problem(Certificate certificate, Instant when) {
    return CertificateProfile.problem(
        certificate, TrustStore.USAGES, new Validity(Optional.empty(), when));
  }
}
