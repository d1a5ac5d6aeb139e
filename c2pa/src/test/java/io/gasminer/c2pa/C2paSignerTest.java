package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gasminer.c2pa.ClaimDraft.Binding;
import io.gasminer.c2pa.ClaimDraft.Software;
import io.gasminer.c2pa.ClaimDraft.Version;
import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.cose.SigningAlgorithm;
import io.gasminer.c2pa.cose.SigningCredential;
import io.gasminer.c2pa.manifest.Ingredient.Relationship;
import io.gasminer.c2pa.status.Status;
import io.gasminer.c2pa.timestamp.TestTimeAuthority;
import io.gasminer.c2pa.x509.TrustAnchor;
import io.gasminer.c2pa.x509.TrustStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class C2paSignerTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
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
  void draftsThatReadersWouldRefuseAreNotSigned() throws Exception {
    C2paSigner signer = new C2paSigner(authority.issue("Org", "Signer", NOW), new Random(10));
    byte[] signed = signer.sign(Samples.png(), draft());
    C2paReader reader = new C2paReader(TrustStore.none(), () -> NOW);
    IngredientDraft parent = IngredientDraft.of(Relationship.PARENT_OF, signed, reader);
    IngredientDraft component = IngredientDraft.of(Relationship.COMPONENT_OF, signed, reader);
    Software tests = Software.of("tests");
    List<ClaimDraft> drafts =
        List.of(
            ClaimDraft.of(tests),
            ClaimDraft.of(tests).withAction(ActionDraft.of("c2pa.edited")),
            draft().withAction(ActionDraft.opened(parent)),
            draft().withAction(ActionDraft.placed(parent)),
            draft().withIngredient(parent).withIngredient(parent.withTitle("again")),
            ClaimDraft.edited(tests, component),
            ClaimDraft.edited(tests, parent).as(Version.FIRST),
            ClaimDraft.update(tests, parent).withAction(ActionDraft.of("c2pa.cropped")),
            ClaimDraft.update(tests, parent)
                .withAssertion(AssertionDraft.thumbnail("image/png", Samples.png())),
            draft().withAssertion(AssertionDraft.cbor("c2pa.hash.data", CborValue.map())),
            draft().withAssertion(AssertionDraft.cbor("two words", CborValue.map())),
            draft().withAssertion(AssertionDraft.cbor("com.example__1", CborValue.map())),
            draft().withAssertion(AssertionDraft.thumbnail("image/gif", new byte[3])));
    for (ClaimDraft refused : drafts) {
      assertThatThrownBy(() -> signer.sign(signed, refused))
          .as("%s", refused)
          .isInstanceOf(CannotSign.class);
    }
    assertThatThrownBy(() -> parent.redacting("c2pa.hash.data", "c2pa.PII.present"))
        .isInstanceOf(CannotSign.class);
    assertThatThrownBy(() -> parent.redacting("com.example.none", "c2pa.PII.present"))
        .isInstanceOf(CannotSign.class);
  }

  @Test
  void anUpdateThatWouldNotHoldLeavesNoFile() throws Exception {
    C2paSigner signer = new C2paSigner(authority.issue("Org", "Signer", NOW), new Random(13));
    C2paReader reader = new C2paReader(TrustStore.none(), () -> NOW);
    Path once = Files.write(folder.resolve("a.mp4"), signer.sign(Samples.mp4(), draft()));
    Path out = folder.resolve("b.mp4");
    IngredientDraft parent = IngredientDraft.of(Relationship.PARENT_OF, once, reader);
    ClaimDraft update = ClaimDraft.update(Software.of("tests"), parent);
    assertThatThrownBy(() -> signer.sign(once, out, update)).isInstanceOf(CannotSign.class);
    assertThat(out).doesNotExist();
    assertThatThrownBy(() -> signer.sign(signer.sign(Samples.png(), draft()), update))
        .isInstanceOf(CannotSign.class);
    assertThatThrownBy(() -> signer.sign(Samples.png(), update)).isInstanceOf(CannotSign.class);
  }

  @Test
  void mediaWithoutNamedPartsAreNotBoundByThem() {
    C2paSigner signer = new C2paSigner(authority.issue("Org", "Signer", NOW), new Random(14));
    assertThatThrownBy(() -> signer.sign(Samples.mp4(), draft().boundBy(Binding.BOXES)))
        .isInstanceOf(CannotSign.class);
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
