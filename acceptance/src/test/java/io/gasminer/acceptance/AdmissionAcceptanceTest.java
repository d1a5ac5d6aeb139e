package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.epistula.EpistulaSigner;
import io.gasminer.gascli.rehearsal.Challenger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdmissionAcceptanceTest {
  // As far ahead as a validator's clock may be: so the signature outlives a slow restart.
  private static final Duration AHEAD = Duration.ofSeconds(14);

  @TempDir private Path temp;

  @Test
  void theSameSignedRequestMakesOneTaskAlsoAcrossARestart() throws Exception {
    try (Rehearsal rehearsal = Rehearsal.with(temp, Map.of())) {
      rehearsal.startMiner();
      Challenger.Signed request = signedAhead(rehearsal);
      Challenger.Answer first = rehearsal.miner().challenger().send(request);
      assertThat(first.status()).isEqualTo(201);
      String task = first.taskId().orElseThrow();
      rehearsal.receiver().know(task);
      assertThat(rehearsal.miner().challenger().send(request).status()).isEqualTo(409);
      rehearsal.killMiner();
      rehearsal.startMiner();
      Challenger.Answer again = rehearsal.miner().challenger().send(request);
      assertThat(again.status()).as(again.body()).isEqualTo(409);
      rehearsal.awaitDeliveries(Duration.ofMinutes(1), List.of(task));
      assertThat(rehearsal.tasksThatBoughtAJob()).containsExactly(task);
    }
  }

  @Test
  void aFullQueueSendsValidatorsAwayAndKeepsWhatItPromised() throws Exception {
    Map<String, String> settings =
        Map.of(
            "MINER_MAX_QUEUED_TASKS", "3",
            "MINER_MAX_CONCURRENT_TASKS", "1",
            "SANDBOX_LATENCY", "3");
    try (Rehearsal rehearsal = Rehearsal.with(temp, settings)) {
      rehearsal.startMiner();
      List<String> accepted = new ArrayList<>();
      List<Challenger.Answer> refused = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Challenger.Answer answer =
            rehearsal.miner().challenger().challenge("image", "kite " + i, Rehearsal.SMALL);
        answer
            .taskId()
            .ifPresentOrElse(
                task -> {
                  rehearsal.receiver().know(task);
                  accepted.add(task);
                },
                () -> refused.add(answer));
      }
      assertThat(accepted).hasSizeGreaterThanOrEqualTo(3);
      assertThat(refused)
          .isNotEmpty()
          .allSatisfy(
              answer -> {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.body()).contains("Queue is full");
                assertThat(answer.retryAfter().orElse("")).matches("\\d+");
              });
      rehearsal.awaitDeliveries(Duration.ofMinutes(2), accepted);
      assertThat(rehearsal.challenge("image", Rehearsal.SMALL)).as("there is room").isPresent();
    }
  }

  private static Challenger.Signed signedAhead(Rehearsal rehearsal) {
    EpistulaSigner signer =
        new EpistulaSigner(
            rehearsal.miner().folder.validator(),
            () -> InstantSource.system().instant().plus(AHEAD),
            () -> UUID.randomUUID().toString());
    try (Challenger challenger =
        new Challenger(
            signer,
            rehearsal.miner().folder.miner().address(),
            URI.create("http://127.0.0.1"),
            rehearsal.receiver().url())) {
      return challenger.sign("image", "a kite over dunes", Rehearsal.SMALL);
    }
  }
}
