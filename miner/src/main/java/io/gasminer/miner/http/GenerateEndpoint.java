package io.gasminer.miner.http;

import io.gasminer.miner.admission.Admission;
import io.gasminer.miner.admission.AdmissionOutcome;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.Task;
import java.time.InstantSource;

/** {@code POST /gen_image} and {@code /gen_video}: a challenge, answered once it is on disk. */
final class GenerateEndpoint implements Endpoint {
  private static final int SHOWN_OF_THE_PROMPT = 100;

  private final Modality modality;
  private final Admission admission;
  private final InstantSource clock;

  GenerateEndpoint(Modality modality, Admission admission, InstantSource clock) {
    this.modality = modality;
    this.admission = admission;
    this.clock = clock;
  }

  @Override
  public Answer answer(SignedRequest request) {
    AdmissionOutcome outcome =
        admission.admit(modality, request.body(), request.webhookUrl(), request.caller());
    return switch (outcome) {
      case AdmissionOutcome.Accepted(Task task) -> Answer.of(201, submitted(task));
      case AdmissionOutcome.Malformed(String reason) -> error(400, reason);
      case AdmissionOutcome.NoService(String reason) -> error(503, reason);
      case AdmissionOutcome.Replayed(String reason) -> error(409, reason);
      case AdmissionOutcome.Busy(String reason, int seconds) ->
          error(503, reason).with(Answer.RETRY_AFTER, Integer.toString(seconds));
    };
  }

  private Answer error(int status, String reason) {
    return Answer.error(status, reason, clock.instant());
  }

  private static Json submitted(Task task) {
    return new Json()
        .add("task_id", task.id().toString())
        .add("status", "submitted")
        .add("modality", task.modality().wireName())
        .add("prompt", shortened(task.prompt()))
        .add("webhook_url", task.webhookUrl())
        .add("created_at", task.createdAt());
  }

  // The field counts code points, so that no character is torn apart.
  private static String shortened(String prompt) {
    return prompt.codePointCount(0, prompt.length()) <= SHOWN_OF_THE_PROMPT
        ? prompt
        : prompt.substring(0, prompt.offsetByCodePoints(0, SHOWN_OF_THE_PROMPT)) + "...";
  }
}
