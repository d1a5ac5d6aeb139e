package io.gasminer.miner.generation.openrouter;

import io.gasminer.miner.generation.FittedParameters;
import io.gasminer.miner.generation.GenerationOutcome;
import io.gasminer.miner.generation.GenerationRequest;
import io.gasminer.miner.generation.http.Downloads;
import io.gasminer.miner.generation.http.Exchange;
import io.gasminer.miner.generation.http.Fetched;
import io.gasminer.miner.generation.http.Vendor;
import io.gasminer.miner.generation.http.VendorCall;
import io.gasminer.miner.generation.http.VendorJson;
import io.gasminer.miner.generation.http.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Owns the making of an image over {@code /v1/images}, or over {@code /v1/chat/completions} where
 * the model's row says so or the former does not exist (a 404 buys nothing).
 */
final class OpenRouterImages {
  private static final Duration CALL = Duration.ofMinutes(10);
  private static final Duration DOWNLOAD = Duration.ofSeconds(60);

  private final Vendor vendor;

  OpenRouterImages(Vendor vendor) {
    this.vendor = vendor;
  }

  GenerationOutcome make(GenerationRequest request, Instant deadline) {
    Instant asked = vendor.now();
    boolean chat = "chat".equals(request.model().wire().get("endpoint"));
    Exchange exchange = chat ? chat(request, deadline) : dedicated(request, deadline);
    if (!chat && exchange instanceof Exchange.Answered answer && answer.status() == 404) {
      exchange = chat(request, deadline);
    }
    return exchange instanceof Exchange.Answered answer && answer.isSuccess()
        ? image(answer, request, asked, deadline)
        : vendor.noSuccess(exchange, request.task());
  }

  private Exchange dedicated(GenerationRequest request, Instant deadline) {
    FittedParameters fitted = FittedParameters.of(request);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("model", request.model().model());
    body.put("prompt", request.prompt());
    fitted.text(FittedParameters.RATIO).ifPresent(ratio -> body.put("aspect_ratio", ratio));
    fitted.text(FittedParameters.SIZE).ifPresent(size -> body.put("resolution", size));
    fitted.text(FittedParameters.FORMAT).ifPresent(form -> body.put("output_format", form));
    fitted.number(FittedParameters.SEED).ifPresent(seed -> body.put("seed", seed));
    return post("/v1/images", body, deadline);
  }

  private Exchange chat(GenerationRequest request, Instant deadline) {
    FittedParameters fitted = FittedParameters.of(request);
    Map<String, Object> config = new LinkedHashMap<>();
    fitted.text(FittedParameters.RATIO).ifPresent(ratio -> config.put("aspect_ratio", ratio));
    fitted.text(FittedParameters.SIZE).ifPresent(size -> config.put("image_size", size));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("model", request.model().model());
    body.put("messages", List.of(Map.of("role", "user", "content", request.prompt())));
    body.put("modalities", List.of("image", "text"));
    body.put("image_config", config);
    fitted.number(FittedParameters.SEED).ifPresent(seed -> body.put("seed", seed));
    return post("/v1/chat/completions", body, deadline);
  }

  private Exchange post(String path, Map<String, Object> body, Instant deadline) {
    return vendor
        .http()
        .call(
            VendorCall.post(
                path, VendorJson.write(body), VendorCall.IMAGE_IN_JSON, CALL, deadline));
  }

  private GenerationOutcome image(
      Exchange.Answered answer, GenerationRequest request, Instant asked, Instant deadline) {
    JsonNode root = VendorJson.read(answer.body());
    JsonNode first = root.path("data").path(0);
    JsonNode choice = root.path("choices").path(0);
    Optional<String> base64 = VendorJson.text(first.path("b64_json"));
    if (base64.isPresent()) {
      return switch (Downloads.decoded(base64.get(), VendorCall.LARGEST_IMAGE)) {
        case Fetched.Bytes(byte[] bytes) -> vendor.media(bytes, request, asked);
        case Fetched.NotNow(String reason) -> vendor.lost(reason);
        case Fetched.Refused(String reason) -> vendor.lost(reason);
      };
    }
    return VendorJson.text(first.path("url"))
        .or(
            () ->
                VendorJson.text(
                    choice.path("message").path("images").path(0).path("image_url").path("url")))
        .map(address -> vendor.image(address, DOWNLOAD, deadline, request, asked))
        .orElseGet(() -> withoutImage(answer, root, choice));
  }

  // A 200 may carry a failure of whoever the request was routed to, with that one's status.
  private GenerationOutcome withoutImage(Exchange.Answered answer, JsonNode root, JsonNode choice) {
    JsonNode error = root.path("error").isObject() ? root.path("error") : choice.path("error");
    if (error.isObject()) {
      int status = error.path("code").asInt(502);
      Exchange.Answered inner =
          new Exchange.Answered(
              answer.status(), answer.headers(), VendorJson.write(Map.of("error", error)));
      return vendor.verdict().of(status >= 400 && status < 600 ? status : 502, inner);
    }
    String finish =
        VendorJson.text(choice.path("finish_reason")).orElse("")
            + " "
            + VendorJson.text(choice.path("native_finish_reason")).orElse("");
    return Verdict.isModeration(finish) || finish.contains("SAFETY")
        ? new GenerationOutcome.Moderated(
            vendor.name() + " made no image: " + vendor.verdict().shown(finish.strip()))
        : vendor.lost("the answer holds no image");
  }
}
