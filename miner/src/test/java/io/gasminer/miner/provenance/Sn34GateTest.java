package io.gasminer.miner.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.C2paSigner;
import io.gasminer.c2pa.CannotSign;
import io.gasminer.c2pa.ClaimDraft;
import io.gasminer.c2pa.ClaimDraft.Software;
import io.gasminer.c2pa.PrivateAuthority;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class Sn34GateTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private final PrivateAuthority authority = PrivateAuthority.create("Rehearsal Authority", NOW);
  private final ProvenanceGate gate =
      new Sn34Gate(List.of(authority.anchor()), List.of("Rehearsal Generator"), () -> NOW);

  @Test
  void freshMediaOfATrustedGeneratorPassWithTheirFacts() {
    assertThat(judge(gate, signed("Rehearsal Generator", NOW)))
        .isInstanceOfSatisfying(
            GateVerdict.Passed.class,
            passed -> {
              assertThat(passed.facts())
                  .containsEntry("c2pa_signer", "Rehearsal Generator")
                  .containsEntry("c2pa_generator", "gas-miner rehearsal")
                  .containsEntry("c2pa_model", "gradient-1")
                  .containsEntry("c2pa_signed_at", "2026-11-24T12:00:00Z")
                  .containsEntry("c2pa_state", "Trusted");
              assertThat(passed.warnings()).containsExactly("unknown_provider_profile");
            });
  }

  @Test
  void theValidatorsThemselvesDoNotTrustTheRehearsal() {
    GateVerdict verdict = judge(new Sn34Gate(() -> NOW), signed("Rehearsal Generator", NOW));
    assertThat(refusal(verdict))
        .isEqualTo(
            "Signature validation failed: signingCredential.untrusted: signing certificate"
                + " untrusted");
  }

  @Test
  void anotherOrganisationUnderTheSameRootIsRefused() {
    assertThat(refusal(judge(gate, signed("Acme Corp", NOW))))
        .isEqualTo("Certificate issuer not from trusted CA: Acme Corp");
  }

  @Test
  void mediaSignedBeforeTheChallengeOrAfterNowAreRefused() {
    Duration tolerance = Duration.ofMinutes(10);
    Duration second = Duration.ofSeconds(1);
    String name = "Rehearsal Generator";
    assertThat(judge(gate, signed(name, NOW.minus(tolerance))))
        .isInstanceOf(GateVerdict.Passed.class);
    assertThat(judge(gate, signed(name, NOW.plus(tolerance))))
        .isInstanceOf(GateVerdict.Passed.class);
    assertThat(refusal(judge(gate, signed(name, NOW.minus(tolerance).minus(second)))))
        .contains("before the challenge");
    assertThat(refusal(judge(gate, signed(name, NOW.plus(tolerance).plus(second)))))
        .contains("in the future");
  }

  @Test
  void changedBytesAreRefusedWithAdvice() {
    byte[] changed = signed("Rehearsal Generator", NOW);
    changed[changed.length - 20] ^= 1;
    assertThat(judge(gate, changed))
        .isInstanceOfSatisfying(
            GateVerdict.Refused.class,
            refused -> {
              assertThat(refused.reason()).contains("assertion.dataHash.mismatch");
              assertThat(refused.advice()).contains("changed after they were signed");
            });
  }

  @Test
  void mediaWithoutAManifestAreRefused() {
    assertThat(refusal(judge(gate, image()))).startsWith("No C2PA manifest found: ");
    assertThat(refusal(judge(gate, new byte[0]))).startsWith("No C2PA manifest found: ");
  }

  private static String refusal(GateVerdict verdict) {
    assertThat(verdict).isInstanceOf(GateVerdict.Refused.class);
    GateVerdict.Refused refused = (GateVerdict.Refused) verdict;
    assertThat(refused.advice()).isNotBlank();
    return refused.reason();
  }

  private static GateVerdict judge(ProvenanceGate gate, byte[] bytes) {
    Task task =
        Task.accepted(
            new TaskId(new UUID(3, 4)),
            Modality.IMAGE,
            "a gradient",
            Map.of(),
            "https://a.example",
            "",
            NOW);
    return gate.judge(task, new Media(bytes, "image/png", Map.of()));
  }

  private byte[] signed(String organisation, Instant when) {
    ClaimDraft draft =
        ClaimDraft.generated(Software.of("gas-miner rehearsal"), Software.of("gradient"), when)
            .withModel("gradient-1");
    try {
      return new C2paSigner(authority.issue(organisation, "Signer", NOW), new Random(3))
          .sign(image(), draft);
    } catch (CannotSign impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] image() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB), "png", out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
