package io.gasminer.miner.generation.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.generation.GenerationOutcome;
import io.gasminer.miner.generation.GenerationRequest;
import io.gasminer.miner.generation.ModelCard;
import io.gasminer.miner.generation.SubmitOutcome;
import io.gasminer.miner.media.PerceptualHash;
import io.gasminer.miner.media.PixelSize;
import io.gasminer.miner.media.Readability;
import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.Pause;
import io.gasminer.miner.task.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxProviderTest {
  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant LATE = START.plus(Duration.ofHours(1));
  @TempDir Path state;
  private final Time time = new Time();

  /** A clock that waiting moves on. */
  private static final class Time implements InstantSource, Pause {
    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public void forAbout(Duration wait) {
      now = now.plus(wait);
    }
  }

  @Test
  void aJobIsAcceptedAtOnceAndTakesItsTime() throws IOException {
    SandboxProvider sandbox = sandbox(40, 0, 1);
    JobTicket ticket = bought(sandbox, image("a fox", Map.of()));
    assertThat(time.instant()).isEqualTo(START);
    assertThat(sandbox.await(ticket, LATE)).isInstanceOf(GenerationOutcome.Produced.class);
    assertThat(time.instant()).isEqualTo(START.plusSeconds(40));
  }

  @Test
  void runningOutOfTimeIsNoVerdict() throws IOException {
    SandboxProvider sandbox = sandbox(40, 0, 1);
    JobTicket ticket = bought(sandbox, image("a fox", Map.of()));
    assertThat(sandbox.await(ticket, START.plusSeconds(15)))
        .isEqualTo(new GenerationOutcome.StillRunning(Duration.ofSeconds(25)));
    assertThat(sandbox.await(ticket, LATE)).isInstanceOf(GenerationOutcome.Produced.class);
  }

  @Test
  void aJobIsFoundAgainAfterACrashAndIsBoughtOnce() throws IOException {
    JobTicket ticket = bought(sandbox(40, 0, 1), image("a fox", Map.of()));
    Media first = produced(sandbox(0, 0, 2), ticket);
    Media again = produced(sandbox(9, 1, 3), ticket);
    assertThat(time.instant()).isEqualTo(START.plusSeconds(40));
    assertThat(hash(first).distance(hash(again))).isZero();
    assertThat(Files.readAllLines(state.resolve("sandbox-jobs.log"))).hasSize(1);
  }

  @Test
  void everyJobThatIsBoughtStandsInTheLedger() throws IOException {
    SandboxProvider sandbox = sandbox(0, 0, 1);
    GenerationRequest one = image("a fox", Map.of());
    GenerationRequest other = image("a fox", Map.of());
    JobTicket first = bought(sandbox, one);
    JobTicket second = bought(sandbox, other);
    assertThat(Files.readAllLines(state.resolve("sandbox-jobs.log")))
        .containsExactly(
            START + " " + first.jobId() + " " + one.task(),
            START + " " + second.jobId() + " " + other.task());
    assertThat(first.jobId()).isNotEqualTo(second.jobId());
  }

  @Test
  void askedAgainForATaskItSellsTheSameJobAlsoAfterACrash() throws IOException {
    GenerationRequest request = image("a fox", Map.of());
    JobTicket first = bought(sandbox(0, 0, 1), request);
    JobTicket again = bought(sandbox(0, 0, 2), request);
    assertThat(again.jobId()).isEqualTo(first.jobId());
    assertThat(again.acceptedAt()).isEqualTo(first.acceptedAt());
    assertThat(Files.readAllLines(state.resolve("sandbox-jobs.log"))).hasSize(1);
  }

  @Test
  void theShareOfFailuresIsKeptAndSpreadOverAllKinds() throws IOException {
    SandboxProvider sandbox = sandbox(0, 0.3, 34);
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < 1_000; i++) {
      String end =
          switch (sandbox.submit(image("a fox", Map.of()), LATE)) {
            case SubmitOutcome.Answered(GenerationOutcome outcome) ->
                outcome.getClass().getSimpleName();
            case SubmitOutcome.Accepted(JobTicket ticket) ->
                Order.of(ticket).orElseThrow().lost()
                    ? sandbox.await(ticket, LATE).getClass().getSimpleName()
                    : "Produced";
          };
      seen.merge(end, 1, Integer::sum);
    }
    assertThat(seen.keySet())
        .containsExactlyInAnyOrder("Produced", "Unavailable", "Moderated", "Lost");
    assertThat(seen.get("Produced")).isBetween(650, 750);
    assertThat(seen.get("Unavailable")).isBetween(70, 130);
    assertThat(seen.get("Moderated")).isBetween(70, 130);
    assertThat(Files.readAllLines(state.resolve("sandbox-jobs.log")))
        .hasSize(seen.getOrDefault("Produced", 0) + seen.getOrDefault("Lost", 0));
  }

  @Test
  void whatTheCallerAsksForIsHonoured() throws IOException {
    SandboxProvider sandbox = sandbox(0, 0, 1);
    Map<String, Object> asked = Map.of("format", "jpeg", "aspect_ratio", "16:9", "seed", 7);
    Media media = produced(sandbox, bought(sandbox, image("a fox", asked)));
    Media again = produced(sandbox, bought(sandbox, image("a fox", asked)));
    assertThat(media.contentType()).isEqualTo("image/jpeg");
    assertThat(PixelSize.of(media.bytes())).contains(new PixelSize(1822, 1024));
    assertThat(media.facts())
        .containsEntry("model", "sandbox-image")
        .containsKey("generation_time");
    assertThat(hash(media).distance(hash(again))).isZero();
  }

  @Test
  void aVideoIsReadableAfterSigning() throws IOException {
    SandboxProvider sandbox = sandbox(0, 0, 1);
    ModelCard card = SandboxModels.cards().getLast();
    Media media =
        produced(
            sandbox,
            bought(
                sandbox,
                new GenerationRequest(
                    task(), Modality.VIDEO, "a ship", card, "480p", Map.of("duration", "8"))));
    assertThat(media.contentType()).isEqualTo("video/mp4");
    assertThat(PixelSize.of(media.bytes())).contains(new PixelSize(854, 480));
    assertThat(Readability.fault(media.bytes(), Modality.VIDEO)).isEmpty();
  }

  @Test
  void aTicketOfAnotherKindIsLost() throws IOException {
    SandboxProvider sandbox = sandbox(0, 0, 1);
    JobTicket good = bought(sandbox, image("a fox", Map.of()));
    for (String detail : good.details().keySet()) {
      for (String wrong : new String[] {"", "-1", "99999999", "x"}) {
        Map<String, String> details = new HashMap<>(good.details());
        details.put(detail, wrong);
        if (!detail.equals("prompt") && !detail.equals("lost") && !detail.equals("seed")) {
          assertThat(
                  sandbox.await(new JobTicket("sandbox", good.model(), "j", START, details), LATE))
              .as(detail + "=" + wrong)
              .isInstanceOf(GenerationOutcome.Lost.class);
        }
      }
    }
    assertThat(sandbox.await(new JobTicket("sandbox", "m", "j", START, Map.of()), LATE))
        .isInstanceOf(GenerationOutcome.Lost.class);
  }

  private SandboxProvider sandbox(int latency, double failures, int seed) throws IOException {
    return SandboxProvider.open(
        state,
        new SandboxProvider.Conduct(Duration.ofSeconds(latency), failures),
        time,
        new Random(seed),
        time);
  }

  private static GenerationRequest image(String prompt, Map<String, Object> parameters) {
    return new GenerationRequest(
        task(), Modality.IMAGE, prompt, SandboxModels.cards().getFirst(), "1K", parameters);
  }

  private static TaskId task() {
    return new TaskId(UUID.randomUUID());
  }

  private static JobTicket bought(SandboxProvider sandbox, GenerationRequest request) {
    return ((SubmitOutcome.Accepted) sandbox.submit(request, LATE)).ticket();
  }

  private static Media produced(SandboxProvider sandbox, JobTicket ticket) {
    return ((GenerationOutcome.Produced) sandbox.await(ticket, LATE)).media();
  }

  private static PerceptualHash hash(Media media) {
    return PerceptualHash.of(media.bytes(), Modality.IMAGE).orElseThrow();
  }
}
