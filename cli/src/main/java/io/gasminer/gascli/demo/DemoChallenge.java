package io.gasminer.gascli.demo;

import io.gasminer.gascli.rehearsal.Challenger;
import io.gasminer.gascli.rehearsal.Delivery;
import io.gasminer.gascli.rehearsal.RehearsalFolder;
import io.gasminer.gascli.rehearsal.WebhookReceiver;
import io.gasminer.miner.task.Modality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Owns one challenge as a validator lives it: send, wait for the delivery, judge. */
final class DemoChallenge {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration BEHIND = Duration.ofSeconds(1);

  private final RehearsalFolder folder;
  private final Challenger challenger;
  private final WebhookReceiver receiver;
  private final MinerLog log;
  private final DemoScreen screen;
  private final InstantSource clock;

  DemoChallenge(
      RehearsalFolder folder,
      Challenger challenger,
      WebhookReceiver receiver,
      MinerLog log,
      DemoScreen screen,
      InstantSource clock) {
    this.folder = folder;
    this.challenger = challenger;
    this.receiver = receiver;
    this.log = log;
    this.screen = screen;
    this.clock = clock;
  }

  ChallengeResult play(String modality, String tier, String prompt)
      throws IOException, InterruptedException {
    Instant sent = clock.instant();
    screen.step(sent, modality, "challenge", "%s at %s, signed".formatted(quoted(prompt), tier));
    Challenger.Answer answer = challenger.challenge(modality, prompt, Map.of("resolution", tier));
    long acceptedMs = since(sent);
    Optional<String> taskId = answer.taskId();
    screen.step(
        clock.instant(),
        modality,
        Integer.toString(answer.status()),
        taskId.map(id -> "task " + id + ", on disk").orElse(answer.body()));
    if (taskId.isEmpty()) {
      return ChallengeResult.failed(
          modality,
          tier,
          prompt,
          taskId,
          Optional.of(acceptedMs),
          "the miner answered " + answer.status() + ": " + answer.body());
    }
    log.show(taskId.get(), modality);
    Optional<Delivery> delivery = receiver.await(taskId.get(), LIMIT);
    if (delivery.isEmpty()) {
      return ChallengeResult.failed(
          modality, tier, prompt, taskId, Optional.of(acceptedMs), "no delivery within 120 s");
    }
    log.awaitGate(taskId.get(), BEHIND);
    return judge(modality, tier, prompt, sent, acceptedMs, delivery.get());
  }

  private ChallengeResult judge(
      String modality, String tier, String prompt, Instant sent, long acceptedMs, Delivery delivery)
      throws IOException {
    long deliveredMs = Duration.between(sent, delivery.at()).toMillis();
    if (delivery.failure().isPresent()) {
      return ChallengeResult.failed(
          modality,
          tier,
          prompt,
          Optional.of(delivery.taskId()),
          Optional.of(acceptedMs),
          "the miner reported a failure: " + delivery.failure().get());
    }
    screen.step(
        delivery.at(),
        modality,
        "delivered",
        "%s of %d bytes, signed by the miner for this validator"
            .formatted(delivery.contentType(), delivery.body().length));
    Path file = folder.path().resolve(modality + "-" + tier + extension(delivery.contentType()));
    Files.write(file, delivery.body());
    Judgement judgement =
        ValidatorJudge.of(folder.sandboxRoot(), clock)
            .judge(
                modality.equals("image") ? Modality.IMAGE : Modality.VIDEO,
                tier,
                delivery.body(),
                sent);
    screen.step(
        clock.instant(),
        modality,
        "verdict",
        judgement.faults().isEmpty()
            ? "passed: %s, signed by %s at %s"
                .formatted(
                    judgement.deliveredTier().orElse("no tier"),
                    judgement.signer().orElse("nobody"),
                    judgement.signingTime().orElse("no time"))
            : "REFUSED: " + String.join("; ", judgement.faults()));
    return new ChallengeResult(
        modality,
        tier,
        prompt,
        Optional.of(delivery.taskId()),
        Optional.of(acceptedMs),
        Optional.of(deliveredMs),
        Optional.of(delivery.contentType()),
        delivery.body().length,
        judgement,
        Optional.of(file.toString()));
  }

  private long since(Instant sent) {
    return Duration.between(sent, clock.instant()).toMillis();
  }

  private static String quoted(String prompt) {
    return "“" + prompt + "”";
  }

  private static String extension(String contentType) {
    return switch (contentType) {
      case "image/jpeg" -> ".jpg";
      case "image/webp" -> ".webp";
      case "image/gif" -> ".gif";
      case "video/mp4" -> ".mp4";
      case "video/webm" -> ".webm";
      case "video/quicktime" -> ".mov";
      default -> ".png";
    };
  }
}
