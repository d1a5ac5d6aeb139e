package io.gasminer.miner.generation.stability;

import io.gasminer.miner.config.Secret;
import io.gasminer.miner.generation.FittedParameters;
import io.gasminer.miner.generation.GenerationOutcome;
import io.gasminer.miner.generation.GenerationProvider;
import io.gasminer.miner.generation.GenerationRequest;
import io.gasminer.miner.generation.SubmitOutcome;
import io.gasminer.miner.generation.http.Exchange;
import io.gasminer.miner.generation.http.Surroundings;
import io.gasminer.miner.generation.http.Vendor;
import io.gasminer.miner.generation.http.VendorCall;
import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Modality;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Owns the making of images at Stability AI: a form is posted, the answer is the image. */
public final class StabilityProvider implements GenerationProvider {
  private static final Duration CALL = Duration.ofSeconds(90);

  private final Vendor vendor;
  private final RandomGenerator random;

  /** Images from what lies under the base; {@code random} is shared by threads. */
  public StabilityProvider(URI base, Secret key, Surroundings around, RandomGenerator random) {
    this.vendor = Vendor.at("stabilityai", base, key, Map.of(), around);
    this.random = random;
  }

  @Override
  public String name() {
    return vendor.name();
  }

  @Override
  public String serviceName() {
    return "StabilityAIService";
  }

  @Override
  public Set<Modality> modalities() {
    return Set.of(Modality.IMAGE);
  }

  @Override
  public SubmitOutcome submit(GenerationRequest request, Instant deadline) {
    Instant asked = vendor.now();
    String path = request.model().wire().getOrDefault("path", "sd3");
    MultipartForm form = MultipartForm.of(fields(request, path), random);
    Exchange exchange =
        vendor
            .http()
            .call(
                new VendorCall(
                    "/v2beta/stable-image/generate/" + path,
                    Optional.of(new VendorCall.Content(form.contentType(), form.body())),
                    "image/*",
                    VendorCall.LARGEST_IMAGE,
                    CALL,
                    deadline));
    return new SubmitOutcome.Answered(
        exchange instanceof Exchange.Answered answer && answer.isSuccess()
            ? image(answer, request, asked)
            : vendor.noSuccess(exchange, request.task()));
  }

  @Override
  public GenerationOutcome await(JobTicket ticket, Instant deadline) {
    return new GenerationOutcome.Lost(
        "Stability AI makes images at once; there is no job to wait for");
  }

  private static Map<String, String> fields(GenerationRequest request, String path) {
    FittedParameters fitted = FittedParameters.of(request);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("prompt", request.prompt());
    if (path.equals("sd3")) {
      fields.put("model", request.model().model());
    }
    fields.put("output_format", fitted.text(FittedParameters.FORMAT).orElse("png"));
    fitted.text(FittedParameters.RATIO).ifPresent(ratio -> fields.put("aspect_ratio", ratio));
    fitted
        .text(FittedParameters.NEGATIVE_PROMPT)
        .ifPresent(text -> fields.put("negative_prompt", text));
    fitted
        .number(FittedParameters.SEED)
        .ifPresent(seed -> fields.put("seed", String.valueOf(seed)));
    return fields;
  }

  private GenerationOutcome image(
      Exchange.Answered answer, GenerationRequest request, Instant asked) {
    // A blurred image is what a filtered one looks like; validators would find it no answer.
    return answer.header("finish-reason").orElse("").equalsIgnoreCase("CONTENT_FILTERED")
        ? new GenerationOutcome.Moderated("stabilityai filtered the image it had made")
        : vendor.media(answer.body(), request, asked);
  }
}
