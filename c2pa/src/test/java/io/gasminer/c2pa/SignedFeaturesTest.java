package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.manifest.Ingredient;
import io.gasminer.c2pa.manifest.Ingredient.Relationship;
import io.gasminer.c2pa.timestamp.TestTimeAuthority;
import io.gasminer.c2pa.x509.TrustStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Our reader finds in what was signed all that was put into it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignedFeaturesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant STAMPED = NOW.minus(Duration.ofMinutes(5));

  private Map<String, byte[]> signed = Map.of();
  private TrustStore trust = TrustStore.none();

  @BeforeAll
  void everythingIsSigned() throws Exception {
    PrivateAuthority authority = PrivateAuthority.create("Test Authority", NOW);
    TestTimeAuthority time = new TestTimeAuthority(STAMPED);
    trust = TrustStore.none().withAnchors(List.of(authority.anchor(), time.anchor()));
    signed = SignedFeatures.every(authority, time, NOW);
  }

  @Test
  void everythingIsTrusted() {
    List<String> problems = new ArrayList<>();
    signed.forEach(
        (name, bytes) -> {
          switch (new C2paReader(trust, () -> NOW).read(bytes)) {
            case ReadResult.Report(var report) -> {
              if (report.state() != ValidationState.TRUSTED) {
                problems.add(name + ": " + report.results().failures());
              }
            }
            case ReadResult.NoManifest none -> problems.add(name + ": " + none);
            case ReadResult.Unreadable unreadable -> problems.add(name + ": " + unreadable);
          }
        });
    assertThat(problems).isEmpty();
  }

  @Test
  void actionsAreToldWithAllTheirFields() {
    ManifestReport second = report("actions.png").active();
    assertThat(second.claimVersion()).isEqualTo(2);
    assertThat(second.actions())
        .extracting(action -> action.name())
        .containsExactly("c2pa.created", "c2pa.color_adjustments", "c2pa.edited");
    assertThat(second.digitalSourceTypes())
        .containsExactly(ClaimDraft.TRAINED_ALGORITHMIC_MEDIA, SignedFeatures.COMPOSITE);
    ManifestReport first = report("first.png").active();
    assertThat(first.claimVersion()).isEqualTo(1);
    assertThat(first.claimGenerator()).contains("the_tests/1.0");
    assertThat(first.format()).contains("image/png");
    assertThat(first.label()).startsWith("urn:uuid:");
    assertThat(first.digitalSourceTypes()).isEqualTo(second.digitalSourceTypes());
  }

  @Test
  void assertionsOfOneLabelAreToldApart() {
    assertThat(report("assertions.jpg").active().assertions())
        .extracting(ManifestReport.AssertionReport::label)
        .containsSubsequence("com.example.facts", "com.example.facts", "com.example.json")
        .contains("c2pa.metadata");
    assertThat(report("assertions-first.jpg").active().assertions())
        .extracting(ManifestReport.AssertionReport::label)
        .contains("stds.schema-org.CreativeWork");
  }

  @Test
  void manifestsOfIngredientsComeAlongOnce() {
    assertThat(report("parent.png").manifests()).hasSize(2);
    ValidationReport generations = report("generations.jpg");
    assertThat(generations.manifests()).hasSize(3);
    assertThat(generations.active().ingredients())
        .extracting(Ingredient::relationship)
        .containsExactly(Relationship.PARENT_OF, Relationship.COMPONENT_OF);
    assertThat(report("component.mp4").active().ingredients())
        .extracting(Ingredient::relationship)
        .containsExactly(Relationship.COMPONENT_OF, Relationship.INPUT_TO);
    assertThat(report("unsigned-parent.png").manifests()).hasSize(1);
  }

  @Test
  void theTimeOfBothFormsOfStampIsTold() {
    for (String name : List.of("stamped.png", "stamped-first.png")) {
      assertThat(report(name).active().signature().orElseThrow().time()).as(name).contains(STAMPED);
    }
  }

  @Test
  void whatWasRedactedIsGoneAndSaidToBe() {
    ValidationReport report = report("redacted-a.png");
    assertThat(report.active().redactions()).singleElement().asString().contains("person");
    assertThat(report.active().actions())
        .extracting(action -> action.name())
        .contains("c2pa.redacted");
    assertThat(report.manifests().getFirst().assertions())
        .extracting(ManifestReport.AssertionReport::label)
        .doesNotContain("com.example.person");
  }

  private ValidationReport report(String name) {
    ReadResult read = new C2paReader(trust, () -> NOW).read(signed.getOrDefault(name, new byte[0]));
    assertThat(read).as(name).isInstanceOf(ReadResult.Report.class);
    return ((ReadResult.Report) read).report();
  }
}
