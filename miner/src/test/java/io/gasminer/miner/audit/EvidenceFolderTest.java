package io.gasminer.miner.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.TaskId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;

class EvidenceFolderTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final AuditedModel MODEL =
      new AuditedModel("openrouter", Modality.VIDEO, "google/veo-3.1-lite");

  @TempDir private Path state;

  @Test
  void evidenceAndJobsAreFoundAgainAsTheyWereKept() throws IOException {
    EvidenceFolder folder = EvidenceFolder.in(state);
    folder.keep(evidence(MODEL));
    folder.remember(pending());
    assertThat(EvidenceFolder.in(state).find(MODEL)).contains(evidence(MODEL));
    assertThat(EvidenceFolder.in(state).pending(MODEL)).contains(pending());
    folder.forget(MODEL);
    assertThat(folder.pending(MODEL)).isEmpty();
    assertThat(folder.find(MODEL)).isPresent();
  }

  @Test
  void aNewAuditTakesThePlaceOfTheOldOneAndOfItsSample() throws IOException {
    EvidenceFolder folder = EvidenceFolder.in(state);
    String png = folder.keep(MODEL, new Media(new byte[] {1}, "image/png", Map.of()));
    folder.keep(evidence(MODEL, png));
    String webp = folder.keep(MODEL, new Media(new byte[] {2}, "image/webp", Map.of()));
    folder.keep(evidence(MODEL, webp));
    assertThat(folder.sample(folder.find(MODEL).orElseThrow()))
        .contains(folder.path().resolve(webp));
    assertThat(folder.path().resolve(png)).doesNotExist();
    folder.keep(evidence(MODEL, webp));
    assertThat(folder.path().resolve(webp)).exists();
  }

  @Test
  void noNameOfAModelLeavesTheFolderOrMeetsAnothers() throws IOException {
    EvidenceFolder folder = EvidenceFolder.in(state);
    List<String> names =
        List.of("../../etc/x", "..", "/", "a/b", "a_b", "a b", "x".repeat(300), "\u0000", "é", "");
    for (String name : names) {
      AuditedModel model = new AuditedModel("s", Modality.IMAGE, name);
      folder.keep(evidence(model));
      folder.keep(model, new Media(new byte[] {1}, "image/png", Map.of()));
    }
    for (String name : names) {
      AuditedModel model = new AuditedModel("s", Modality.IMAGE, name);
      assertThat(folder.find(model)).as(name).contains(evidence(model));
    }
    try (Stream<Path> files = Files.list(folder.path())) {
      assertThat(files).hasSize(2 * names.size());
    }
    try (Stream<Path> files = Files.list(state)) {
      assertThat(files).containsExactly(folder.path());
    }
  }

  @Test
  void aDamagedFileIsNoEvidenceButMayHoldAJob() throws IOException {
    EvidenceFolder folder = EvidenceFolder.in(state);
    folder.keep(evidence(MODEL));
    folder.remember(pending());
    try (Stream<Path> files = Files.list(folder.path())) {
      for (Path file : files.toList()) {
        Files.writeString(file, "{\"version\":1");
      }
    }
    assertThat(folder.find(MODEL)).isEmpty();
    assertThatThrownBy(() -> folder.pending(MODEL)).hasMessageContaining("a job may stand in it");
  }

  @Test
  void noDamageOfAFileDoesMoreThanToSpoilIt() {
    byte[] whole = EvidenceJson.of(evidence(MODEL));
    byte[] job = EvidenceJson.of(pending());
    for (int length = 0; length < Math.max(whole.length, job.length); length++) {
      read(Arrays.copyOf(whole, Math.min(length, whole.length)));
      read(Arrays.copyOf(job, Math.min(length, job.length)));
    }
    Random random = new Random(34);
    for (int i = 0; i < 3_000; i++) {
      byte[] flipped = (i % 2 == 0 ? whole : job).clone();
      flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
      read(flipped);
    }
  }

  @Test
  void theNameOfASampleCannotLeadOutOfTheFolder() {
    String text = new String(EvidenceJson.of(evidence(MODEL)), StandardCharsets.UTF_8);
    assertThat(
            EvidenceJson.evidence(
                text.replace("x.mp4", "../../x.mp4").getBytes(StandardCharsets.UTF_8)))
        .hasValueSatisfying(found -> assertThat(found.made()).isEmpty());
  }

  @Test
  void oneAuditAtATime() throws IOException {
    EvidenceFolder folder = EvidenceFolder.in(state);
    try (FileChannel _ = folder.claim().orElseThrow()) {
      assertThat(folder.claim()).isEmpty();
    }
    try (FileChannel again = folder.claim().orElseThrow()) {
      assertThat(again.isOpen()).isTrue();
    }
  }

  private static void read(byte[] file) {
    try {
      EvidenceJson.evidence(file);
      EvidenceJson.pending(file);
    } catch (JacksonException notJson) {
      // The one exception that the folder reckons with.
    }
  }

  private static PendingSample pending() {
    return new PendingSample(
        MODEL,
        new TaskId(new UUID(3, 4)),
        NOW,
        "720p",
        Optional.of(new BigDecimal("0.40")),
        Optional.of(
            new JobTicket("openrouter", MODEL.model(), "job-1", NOW, Map.of("poll", "/v1/x"))));
  }

  private static Evidence evidence(AuditedModel model) {
    return evidence(model, "x.mp4");
  }

  private static Evidence evidence(AuditedModel model, String file) {
    return new Evidence(
        model,
        NOW,
        Evidence.Verdict.REFUSED,
        "720p",
        Optional.of(new BigDecimal("0.40")),
        Optional.of(
            new Evidence.Made(
                file,
                "video/mp4",
                5,
                Optional.of("1280x720"),
                Optional.of("720p"),
                Optional.of(Duration.ofMillis(1_500)))),
        Optional.of(new Evidence.Problem("no manifest", "the choice of the model", "another")),
        Map.of("c2pa_signer", "Google LLC"),
        List.of("no_ai_source"));
  }
}
