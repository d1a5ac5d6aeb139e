package io.gasminer.gascli.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns how one challenge went, from the validator's side.
 *
 * @param acceptedMs from sending the challenge to its 201
 * @param deliveredMs from sending the challenge to the last byte of the delivery
 * @param judgement what the validator found
 * @param file where the delivery was put
 */
record ChallengeResult(
    String modality,
    String requestedTier,
    String prompt,
    Optional<String> taskId,
    Optional<Long> acceptedMs,
    Optional<Long> deliveredMs,
    Optional<String> contentType,
    long bytes,
    Judgement judgement,
    Optional<String> file) {

  /** A challenge that never came to a delivery. */
  static ChallengeResult failed(
      String modality,
      String requestedTier,
      String prompt,
      Optional<String> taskId,
      Optional<Long> acceptedMs,
      String fault) {
    return new ChallengeResult(
        modality,
        requestedTier,
        prompt,
        taskId,
        acceptedMs,
        Optional.empty(),
        Optional.empty(),
        0,
        Judgement.refused(List.of(fault)),
        Optional.empty());
  }

  boolean passed() {
    return judgement.faults().isEmpty();
  }

  /** The fields of {@code --json}, in their order. */
  Map<String, Object> asJson() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("modality", modality);
    fields.put("requested_tier", requestedTier);
    fields.put("prompt", prompt);
    taskId.ifPresent(value -> fields.put("task_id", value));
    acceptedMs.ifPresent(value -> fields.put("accepted_ms", value));
    deliveredMs.ifPresent(value -> fields.put("delivered_ms", value));
    contentType.ifPresent(value -> fields.put("content_type", value));
    fields.put("bytes", bytes);
    judgement.deliveredTier().ifPresent(value -> fields.put("delivered_tier", value));
    fields.put("verified", judgement.verified());
    judgement.signer().ifPresent(value -> fields.put("signer", value));
    judgement.signingTime().ifPresent(value -> fields.put("signing_time", value));
    file.ifPresent(value -> fields.put("file", value));
    fields.put("passed", passed());
    fields.put("faults", judgement.faults());
    return fields;
  }
}
