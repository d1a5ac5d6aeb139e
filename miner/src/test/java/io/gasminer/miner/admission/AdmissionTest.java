package io.gasminer.miner.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.epistula.Caller;
import io.gasminer.bittensor.epistula.Signer;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.miner.events.MinerEvents;
import io.gasminer.miner.task.InMemoryTaskStore;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_795_425_661);
  private static final Signer ALICE =
      new Signer(Hotkey.fromUri("//Alice").address(), 3, 50_000, true);
  private static final String WEBHOOK = "http://1.1.1.1:10525/generative_callback";
  private static final String PROMPT =
      "{\"prompt\":\"a fox\",\"parameters\":{\"resolution\":\"2K\"}}";

  private final InMemoryTaskStore store = new InMemoryTaskStore(1);
  private final Admission admission = admission(true);

  @Test
  void aChallengeBecomesAPendingTask() {
    AdmissionOutcome outcome = admit(admission, PROMPT, WEBHOOK, "one");
    assertThat(outcome)
        .isInstanceOfSatisfying(
            AdmissionOutcome.Accepted.class,
            accepted -> {
              Task task = accepted.task();
              assertThat(store.find(task.id())).contains(task);
              assertThat(task.prompt()).isEqualTo("a fox");
              assertThat(task.requestedTier()).contains("2K");
              assertThat(task.webhookUrl()).isEqualTo(WEBHOOK);
              assertThat(task.signedBy()).isEqualTo(ALICE.hotkey().toString());
              assertThat(task.createdAt()).isEqualTo(NOW);
              assertThat(task.state()).isEqualTo(new TaskState.Pending());
            });
  }

  @Test
  void refusalsComeInTheOrderThatTheFieldKnows() {
    Admission without = admission(false);
    assertThat(admit(without, "{bad", "", "x")).isEqualTo(malformed("Invalid JSON body: "));
    assertThat(admit(without, "{}", "", "x"))
        .isEqualTo(new AdmissionOutcome.Malformed("Missing required field: prompt"));
    assertThat(admit(without, PROMPT, "", "x"))
        .isEqualTo(new AdmissionOutcome.Malformed("Missing required header: X-Webhook-URL"));
    assertThat(admit(without, PROMPT, WEBHOOK, "x"))
        .isEqualTo(new AdmissionOutcome.NoService("No service available for modality=image"));
    assertThat(admit(admission, PROMPT, WEBHOOK, "x"))
        .isInstanceOf(AdmissionOutcome.Accepted.class);
    assertThat(admit(admission, PROMPT, WEBHOOK, "x"))
        .isInstanceOf(AdmissionOutcome.Replayed.class);
    assertThat(admit(admission, PROMPT, WEBHOOK, "y"))
        .isEqualTo(new AdmissionOutcome.Busy("Queue is full", 30));
  }

  @Test
  void onlyAnAcceptedRequestIsRemembered() {
    assertThat(admit(admission(false), PROMPT, WEBHOOK, "x"))
        .isInstanceOf(AdmissionOutcome.NoService.class);
    store.setAway(true);
    assertThat(admit(admission, PROMPT, WEBHOOK, "x"))
        .isEqualTo(new AdmissionOutcome.Busy("Storage is unavailable", 30));
    store.setAway(false);
    assertThat(admit(admission, PROMPT, WEBHOOK, "x"))
        .isInstanceOf(AdmissionOutcome.Accepted.class);
  }

  @Test
  void anUnavailableServiceServesNothing() {
    ServiceBoard board =
        new ServiceBoard(
            List.of(
                new ServiceBoard.Service("A", false, Map.of(Modality.IMAGE, List.of("made"))),
                new ServiceBoard.Service("B", true, Map.of(Modality.IMAGE, List.of()))));
    assertThat(board.canServe(Modality.IMAGE)).isFalse();
    assertThat(board.available()).isEqualTo(1);
  }

  private static AdmissionOutcome malformed(String start) {
    return new AdmissionOutcome.Malformed(start + "cannot be parsed: line 1 column 2");
  }

  private static AdmissionOutcome admit(
      Admission admission, String body, String webhook, String fingerprint) {
    return admission.admit(
        Modality.IMAGE,
        body.getBytes(StandardCharsets.UTF_8),
        Optional.of(webhook),
        new Caller(ALICE, fingerprint, NOW.plusSeconds(15)));
  }

  private Admission admission(boolean withService) {
    return new Admission(
        store,
        new ServiceBoard(
            List.of(
                new ServiceBoard.Service(
                    "FakeService", withService, Map.of(Modality.IMAGE, List.of("made"))))),
        InstantSource.fixed(NOW),
        UUID::randomUUID,
        new MinerEvents());
  }
}
