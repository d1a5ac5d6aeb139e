package io.gasminer.miner.generation.openai;

import io.gasminer.miner.config.Secret;
import io.gasminer.miner.generation.FittedParameters;
import io.gasminer.miner.generation.GenerationOutcome;
import io.gasminer.miner.generation.GenerationProvider;
import io.gasminer.miner.generation.GenerationRequest;
import io.gasminer.miner.generation.SubmitOutcome;
import io.gasminer.miner.generation.http.Downloads;
import io.gasminer.miner.generation.http.Exchange;
import io.gasminer.miner.generation.http.Fetched;
import io.gasminer.miner.generation.http.Surroundings;
import io.gasminer.miner.generation.http.Vendor;
import io.gasminer.miner.generation.http.VendorCall;
import io.gasminer.miner.generation.http.VendorJson;
import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Modality;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Owns the making of images at OpenAI, or at a gateway that speaks like it.
 *
 * <p>The {@code dall-e} models answer with an address that is downloaded within a minute, the
 * {@code gpt-image} models with the image itself, and those refuse {@code response_format}: it is
 * never sent, and both kinds of answer are taken from every model. Thread-safe.
 */
public final class OpenAiProvider implements GenerationProvider {
  private static final Duration CALL = Duration.ofMinutes(10);
  private static final Duration DOWNLOAD = Duration.ofSeconds(60);

  private final Vendor vendor;

  /** Images from what lies under the base. */
  public OpenAiProvider(URI base, Secret key, Surroundings around) {
    this.vendor = Vendor.at("openai", base, key, Map.of(), around);
  }

  @Override
  public String name() {
    return vendor.name();
  }

  @Override
  public String serviceName() {
    return "OpenAIService";
  }

  @Override
  public Set<Modality> modalities() {
    return Set.of(Modality.IMAGE);
  }

  /** The list of models with their shutdown dates, for the check at the start. */
  public OpenAiModels models() {
    return new OpenAiModels(vendor.http());
  }

  @Override
  public SubmitOutcome submit(GenerationRequest request, Instant deadline) {
    Instant asked = vendor.now();
    Exchange exchange =
        vendor
            .http()
            .call(
                VendorCall.post(
                    "/v1/images/generations",
                    VendorJson.write(body(request)),
                    VendorCall.IMAGE_IN_JSON,
                    CALL,
                    deadline));
    return new SubmitOutcome.Answered(
        exchange instanceof Exchange.Answered answer && answer.isSuccess()
            ? image(answer, request, asked, deadline)
            : vendor.noSuccess(exchange, request.task()));
  }

  @Override
  public GenerationOutcome await(JobTicket ticket, Instant deadline) {
    return new GenerationOutcome.Lost("OpenAI makes images at once; there is no job to wait for");
  }

  private static Map<String, Object> body(GenerationRequest request) {
    FittedParameters fitted = FittedParameters.of(request);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("model", request.model().model());
    body.put("prompt", request.prompt());
    body.put("n", 1);
    fitted.text(FittedParameters.SIZE).ifPresent(size -> body.put("size", size));
    fitted.text(FittedParameters.QUALITY).ifPresent(quality -> body.put("quality", quality));
    if (!"url".equals(request.model().wire().get("answer"))) {
      fitted.text(FittedParameters.FORMAT).ifPresent(form -> body.put("output_format", form));
    }
    return body;
  }

  private GenerationOutcome image(
      Exchange.Answered answer, GenerationRequest request, Instant asked, Instant deadline) {
    JsonNode first = VendorJson.read(answer.body()).path("data").path(0);
    Optional<String> base64 = VendorJson.text(first.path("b64_json"));
    if (base64.isPresent()) {
      return switch (Downloads.decoded(base64.get(), VendorCall.LARGEST_IMAGE)) {
        case Fetched.Bytes(byte[] bytes) -> vendor.media(bytes, request, asked);
        case Fetched.NotNow(String reason) -> vendor.lost(reason);
        case Fetched.Refused(String reason) -> vendor.lost(reason);
      };
    }
    return VendorJson.text(first.path("url"))
        .map(address -> vendor.image(address, DOWNLOAD, deadline, request, asked))
        .orElseGet(() -> vendor.lost("the answer holds no image"));
  }
}
