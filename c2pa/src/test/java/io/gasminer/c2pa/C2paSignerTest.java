package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gasminer.c2pa.ClaimDraft.Software;
import io.gasminer.c2pa.cose.SigningAlgorithm;
import io.gasminer.c2pa.cose.SigningCredential;
import io.gasminer.c2pa.status.Status;
import io.gasminer.c2pa.timestamp.TestTimeAuthority;
import io.gasminer.c2pa.x509.CertificateRequest;
import io.gasminer.c2pa.x509.Pem;
import io.gasminer.c2pa.x509.TrustAnchor;
import io.gasminer.c2pa.x509.TrustStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class C2paSignerTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String SIGN =
      """
      import sys, c2pa
      cert, key, target, *sources = sys.argv[1:]
      manifest = {"claim_generator_info": [{"name": "official"}], "assertions": [
          {"label": "c2pa.actions.v2", "data": {"actions": [{"action": "c2pa.created",
           "digitalSourceType":
             "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"}]}}]}
      info = c2pa.C2paSignerInfo(b"es256", open(cert, "rb").read(), open(key, "rb").read(), b"")
      info.ta_url = None
      for source in sources:
          with c2pa.Signer.from_info(info) as signer, c2pa.Builder(manifest) as builder:
              builder.sign_file(source, target + "/" + source.split("/")[-1], signer)
      """;

  @TempDir Path folder;

  private final PrivateAuthority authority = PrivateAuthority.create("Test Authority", NOW);

  @ParameterizedTest
  @EnumSource(SigningAlgorithm.class)
  void ourReaderTrustsWhatIsSigned(SigningAlgorithm algorithm) throws Exception {
    C2paSigner signer =
        new C2paSigner(authority.issue("Org", "Signer", algorithm, NOW), new Random(1));
    for (byte[] sample : List.of(Samples.png(), Samples.jpeg(), Samples.mp4())) {
      ValidationReport report = report(signer.sign(sample, draft()), authority.anchor());
      assertThat(report.results().failures()).isEmpty();
      assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
    }
  }

  @Test
  void everyContainerIsSignedInMemoryAndInAFileAlike() throws Exception {
    SigningCredential credential = authority.issue("Org", "Signer", SigningAlgorithm.ED25519, NOW);
    for (Map.Entry<String, byte[]> sample : Samples.every().entrySet()) {
      byte[] signed = new C2paSigner(credential, new Random(7)).sign(sample.getValue(), draft());
      ValidationReport report = report(signed, authority.anchor());
      assertThat(report.results().failures()).as(sample.getKey()).isEmpty();
      assertThat(report.state()).as(sample.getKey()).isEqualTo(ValidationState.TRUSTED);
      Path in = Files.write(folder.resolve(sample.getKey()), sample.getValue());
      Path out = folder.resolve("signed-" + sample.getKey());
      new C2paSigner(credential, new Random(7)).sign(in, out, draft());
      assertThat(Files.readAllBytes(out)).as(sample.getKey()).isEqualTo(signed);
    }
  }

  @Test
  void aChangeOfTheMediaIsSeenInEveryContainer() throws Exception {
    C2paSigner signer = new C2paSigner(authority.issue("Org", "Signer", NOW), new Random(8));
    for (Map.Entry<String, byte[]> sample : Samples.every().entrySet()) {
      byte[] signed = signer.sign(sample.getValue(), draft());
      // RIFF and TIFF have their store at the end, the others their media.
      boolean storeLast =
          List.of("a.webp", "a.wav", "a.avi", "a.tiff", "a.dng", "big.tif")
              .contains(sample.getKey());
      signed[storeLast ? 30 : signed.length - 20] ^= 1;
      assertThat(report(signed, authority.anchor()).results().failures())
          .as(sample.getKey())
          .extracting(Status::code)
          .containsAnyOf("assertion.dataHash.mismatch", "assertion.bmffHash.mismatch");
    }
  }

  @Test
  void theIndexOfAFileOfBoxesStillPointsAtItsMedia() throws Exception {
    C2paSigner signer = new C2paSigner(authority.issue("Org", "Signer", NOW), new Random(9));
    for (Map.Entry<String, byte[]> sample : Samples.every().entrySet()) {
      byte[] signed = signer.sign(sample.getValue(), draft());
      String letters = new String(signed, StandardCharsets.ISO_8859_1);
      if (!letters.startsWith("ftyp", 4)) {
        continue;
      }
      boolean still = letters.contains("iloc");
      int pointer = still ? letters.indexOf("iloc") + 18 : letters.indexOf("stco") + 12;
      assertThat(ByteBuffer.wrap(signed).getInt(pointer))
          .as(sample.getKey())
          .isEqualTo(letters.indexOf(new String(Samples.media(), StandardCharsets.ISO_8859_1)));
    }
  }

  @Test
  void signingAgainReplacesTheManifest() throws Exception {
    C2paSigner signer = new C2paSigner(authority.issue("Org", "Signer", NOW), new Random(2));
    for (byte[] sample : Samples.every().values()) {
      byte[] once = signer.sign(sample, draft());
      byte[] twice = signer.sign(once, draft().withTitle("again"));
      ValidationReport report = report(twice, authority.anchor());
      assertThat(report.manifests()).hasSize(1);
      assertThat(report.active().title()).contains("again");
      assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
    }
  }

  @Test
  void anAttestedTimeIsReported() throws Exception {
    TestTimeAuthority time = new TestTimeAuthority(NOW.minus(Duration.ofMinutes(5)));
    C2paSigner signer = new C2paSigner(authority.issue("Org", "Signer", NOW), time, new Random(3));
    byte[] signed = signer.sign(Samples.png(), draft());
    TrustStore trust = TrustStore.none().withAnchors(List.of(authority.anchor(), time.anchor()));
    ReadResult read = new C2paReader(trust, () -> NOW.plus(Duration.ofDays(900))).read(signed);
    assertThat(read)
        .isInstanceOfSatisfying(
            ReadResult.Report.class,
            found -> {
              assertThat(found.report().state()).isEqualTo(ValidationState.TRUSTED);
              assertThat(found.report().active().signature().orElseThrow().time())
                  .contains(NOW.minus(Duration.ofMinutes(5)));
            });
  }

  @Test
  void mediaThatCanCarryNoManifestAreNotSigned() {
    C2paSigner signer = new C2paSigner(authority.issue("Org", "Signer", NOW), new Random(4));
    byte[] text = "text".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> signer.sign(text, draft())).isInstanceOf(CannotSign.class);
  }

  @Test
  void ourReaderTrustsWhatTheOfficialLibrarySigns() throws Exception {
    Python.assumePresent();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair rootKeys = generator.generateKeyPair();
    KeyPair keys = generator.generateKeyPair();
    Instant from = Instant.now().minus(Duration.ofHours(1));
    Instant until = from.plus(Duration.ofDays(2));
    var root =
        new CertificateRequest("Root Org", "Root", rootKeys.getPublic())
            .selfSigned(rootKeys.getPrivate(), from, until);
    var leaf =
        new CertificateRequest("Org", "Signer", keys.getPublic())
            .signedBy(root, rootKeys.getPrivate(), from, until);
    Path cert = Files.writeString(folder.resolve("cert.pem"), Pem.write(List.of(leaf, root)));
    String encoded =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(keys.getPrivate().getEncoded());
    Path key =
        Files.writeString(
            folder.resolve("key.pem"),
            "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
    Path target = Files.createDirectory(folder.resolve("signed"));
    List<String> arguments =
        new ArrayList<>(List.of(cert.toString(), key.toString(), target.toString()));
    arguments.add(Files.write(folder.resolve("a.png"), Samples.png()).toString());
    arguments.add(Files.write(folder.resolve("a.jpg"), Samples.jpeg()).toString());
    arguments.add(Files.write(folder.resolve("a.mp4"), Samples.mp4()).toString());
    Python.run(SIGN, arguments.toArray(String[]::new));
    for (String name : List.of("a.png", "a.jpg", "a.mp4")) {
      TrustStore trust = TrustStore.none().withAnchors(List.of(TrustAnchor.of(root)));
      ReadResult read = new C2paReader(trust, Instant::now).read(target.resolve(name));
      assertThat(read)
          .isInstanceOfSatisfying(
              ReadResult.Report.class,
              found -> assertThat(found.report().state()).isEqualTo(ValidationState.TRUSTED));
    }
  }

  private static ValidationReport report(byte[] signed, TrustAnchor anchor) {
    TrustStore trust = TrustStore.none().withAnchors(List.of(anchor));
    ReadResult read = new C2paReader(trust, () -> NOW).read(signed);
    assertThat(read).isInstanceOf(ReadResult.Report.class);
    return ((ReadResult.Report) read).report();
  }

  private static ClaimDraft draft() {
    return ClaimDraft.generated(Software.of("tests", "1"), Software.of("gradient"), NOW);
  }
}
