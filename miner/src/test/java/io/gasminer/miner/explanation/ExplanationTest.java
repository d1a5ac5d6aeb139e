package io.gasminer.miner.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.C2paReader;
import io.gasminer.c2pa.C2paSigner;
import io.gasminer.c2pa.CannotSign;
import io.gasminer.c2pa.ClaimDraft;
import io.gasminer.c2pa.ClaimDraft.Software;
import io.gasminer.c2pa.PrivateAuthority;
import io.gasminer.c2pa.ReadResult;
import io.gasminer.c2pa.asset.MediaType;
import io.gasminer.c2pa.x509.AnchorList;
import io.gasminer.c2pa.x509.TrustStore;
import io.gasminer.miner.generation.ModelCatalog;
import io.gasminer.miner.provenance.AnchorSet;
import io.gasminer.miner.provenance.Fault;
import io.gasminer.miner.provenance.PolicyRule;
import io.gasminer.miner.provenance.PolicyStep;
import io.gasminer.miner.provenance.Sn34Policy;
import io.gasminer.miner.provenance.TrustedNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5E"
                  + "rkJggg==");
  private static final byte[] DRAWING =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect/></svg>"
          .getBytes(StandardCharsets.UTF_8);

  private final PrivateAuthority authority = PrivateAuthority.create("Authority", NOW);

  @Test
  void aFileThatPassesIsExplainedByWhatEveryRuleFound() throws CannotSign {
    Explanation good = explained(trusting().read(signed("OpenAI", PICTURE)), NOW);
    assertThat(good.verdict().verified()).isTrue();
    assertThat(good.causes()).isEmpty();
    assertThat(good.mediaType()).contains("image/png");
    assertThat(good.walk().steps())
        .allMatch(step -> step.answer() == PolicyStep.Answer.OK)
        .hasSize(PolicyRule.values().length);
    ManifestOutline manifest = good.manifests().getFirst();
    assertThat(manifest.active()).isTrue();
    assertThat(manifest.claim().orElseThrow().signedBy()).contains("OpenAI");
    assertThat(manifest.assertions())
        .anyMatch(one -> one.says().toString().contains("made by AI"))
        .allMatch(one -> one.hash() == ManifestOutline.Check.HOLDS);
  }

  @Test
  void changedBytesAreTheFaultOfWhoChangedThem() throws CannotSign {
    byte[] changed = signed("OpenAI", PICTURE);
    changed[changed.length - 20] ^= 1;
    Cause cause = onlyCause(explained(trusting().read(changed), NOW), PolicyRule.SIGNATURE);
    assertThat(cause.fault()).isEqualTo(Fault.BYTES_CHANGED);
    assertThat(cause.what()).contains("changed after they were signed");
    assertThat(cause.next().getFirst()).contains("re", "between the provider and the");
  }

  @Test
  void aFileThatWasCutShortIsDamaged() throws CannotSign {
    byte[] signed = signed("OpenAI", PICTURE);
    byte[] cut = Arrays.copyOf(signed, signed.length / 2);
    Explanation damaged = explained(trusting().read(cut), NOW);
    assertThat(onlyCause(damaged, PolicyRule.MANIFEST).next()).isNotEmpty();
  }

  @Test
  void aRootThatNobodyKnowsIsTheChoiceOfTheModel() throws CannotSign {
    C2paReader strict = new C2paReader(TrustStore.sn34(), () -> NOW);
    Cause cause =
        onlyCause(explained(strict.read(signed("OpenAI", PICTURE)), NOW), PolicyRule.SIGNATURE);
    assertThat(cause.fault()).isEqualTo(Fault.MODEL_CHOICE);
    assertThat(cause.what()).contains("none of the anchors", "Authority Root");
    assertThat(cause.next().getFirst()).contains("IMAGE_SERVICE=").doesNotContain("VIDEO_");
  }

  @Test
  void aRootOfAnotherListIsTheListOfTheValidators() throws CannotSign {
    C2paReader strict = new C2paReader(TrustStore.sn34(), () -> NOW);
    AnchorSet other =
        new AnchorSet(
            "another",
            List.of(new AnchorList.Entry(authority.anchor(), LocalDate.parse("2030-01-01"))));
    Explanation refused =
        explained(strict.read(signed("OpenAI", PICTURE)), NOW, List.of(AnchorSet.sn34(), other));
    Cause cause = onlyCause(refused, PolicyRule.SIGNATURE);
    assertThat(cause.fault()).isEqualTo(Fault.VALIDATORS_LIST);
    assertThat(cause.what()).contains("set another");
    assertThat(cause.next().toString()).contains("docs/providers.md");
  }

  @Test
  void aCertificateThatEndedOrHasNotBegunTellsItsTimes() throws CannotSign {
    byte[] signed = signed("OpenAI", PICTURE);
    for (Duration off : List.of(Duration.ofDays(400), Duration.ofDays(-2))) {
      Instant then = NOW.plus(off);
      ReadResult read =
          new C2paReader(TrustStore.sn34().withAnchors(List.of(authority.anchor())), () -> then)
              .read(signed);
      Explanation refused = explained(read, then);
      assertThat(refused.causes())
          .as(off.toString())
          .anySatisfy(
              cause -> {
                assertThat(cause.fault())
                    .isEqualTo(off.isNegative() ? Fault.CLOCK : Fault.PROVIDER);
                assertThat(cause.what()).contains("out of its time", "It counts from 2026-11-24");
                assertThat(cause.next().getFirst()).contains("timedatectl");
              });
    }
  }

  @Test
  void aNameThatValidatorsDoNotKnowIsTheirList() throws CannotSign {
    Cause unknown =
        onlyCause(
            explained(trusting().read(signed("Acme Corp", PICTURE)), NOW), PolicyRule.AUTHORITY);
    assertThat(unknown.fault()).isEqualTo(Fault.VALIDATORS_LIST);
    Cause noMaker =
        onlyCause(
            explained(trusting().read(signed("DigiCert", PICTURE)), NOW), PolicyRule.GENERATOR);
    assertThat(noMaker.fault()).isEqualTo(Fault.MODEL_CHOICE);
    assertThat(noMaker.what()).contains("not as a maker of AI media");
  }

  @Test
  void whereValidatorsLookForNoneThatIsSaid() throws CannotSign {
    ReadResult drawing = trusting().readAs(MediaType.SVG, signed("OpenAI", DRAWING));
    Explanation refused = explained(drawing, NOW);
    assertThat(refused.verdict().error().orElseThrow()).contains("validators look for none");
    Cause cause = onlyCause(refused, PolicyRule.MANIFEST);
    assertThat(cause.what()).contains("look for no manifest");
    assertThat(cause.next().getFirst()).contains("PNG");
  }

  @Test
  void withoutAManifestTheModelIsNamedAndWhatMayStripIt() {
    for (byte[] bytes : List.of(PICTURE, "a text".getBytes(StandardCharsets.UTF_8))) {
      Cause cause = onlyCause(explained(trusting().read(bytes), NOW), PolicyRule.MANIFEST);
      assertThat(cause.fault()).isEqualTo(Fault.MODEL_CHOICE);
      assertThat(cause.next().toString()).contains("IMAGE_SERVICE=", "strips it");
    }
  }

  private static Cause onlyCause(Explanation explanation, PolicyRule rule) {
    PolicyStep decisive = explanation.walk().firstFailure().orElseThrow();
    assertThat(decisive.rule()).isEqualTo(rule);
    assertThat(Optional.of(decisive.words())).isEqualTo(explanation.verdict().error());
    assertThat(explanation.causes()).hasSize(1);
    return explanation.causes().getFirst();
  }

  private static Explanation explained(ReadResult read, Instant now) {
    return explained(read, now, List.of(AnchorSet.sn34()));
  }

  private static Explanation explained(ReadResult read, Instant now, List<AnchorSet> sets) {
    SigningModels models =
        new SigningModels(ModelCatalog.builtIn(), LocalDate.ofInstant(now, ZoneOffset.UTC));
    return Explanation.of(read, new Sn34Policy(TrustedNames.sn34()).walk(read), sets, models, now);
  }

  private C2paReader trusting() {
    return new C2paReader(TrustStore.sn34().withAnchors(List.of(authority.anchor())), () -> NOW);
  }

  private byte[] signed(String organisation, byte[] asset) throws CannotSign {
    return new C2paSigner(authority.issue(organisation, "Signer", NOW), new Random(3))
        .sign(asset, ClaimDraft.generated(Software.of("tests"), Software.of("model"), NOW));
  }
}
