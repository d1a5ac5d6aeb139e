package io.gasminer.miner.generation.openrouter;

import io.gasminer.miner.generation.FittedParameters;
import io.gasminer.miner.generation.GenerationOutcome;
import io.gasminer.miner.generation.GenerationRequest;
import io.gasminer.miner.generation.SubmitOutcome;
import io.gasminer.miner.generation.http.Exchange;
import io.gasminer.miner.generation.http.Fetched;
import io.gasminer.miner.generation.http.JobPath;
import io.gasminer.miner.generation.http.JobPolling;
import io.gasminer.miner.generation.http.Vendor;
import io.gasminer.miner.generation.http.VendorCall;
import io.gasminer.miner.generation.http.VendorJson;
import io.gasminer.miner.generation.http.VendorMedia;
import io.gasminer.miner.generation.http.Verdict;
import io.gasminer.miner.task.JobTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Owns OpenRouter's video jobs: {@code POST /v1/videos}, then looks every 10 to 30 seconds. */
final class OpenRouterVideos {
  private static final Duration CALL = Duration.ofSeconds(60);
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Vendor vendor;
  private final JobPolling polling;

  OpenRouterVideos(Vendor vendor) {
    this.vendor = vendor;
    this.polling = new JobPolling(vendor.around().clock(), vendor.around().pause(), FIRST, LONGEST);
  }

  SubmitOutcome submit(GenerationRequest request, Instant deadline) {
    Map<String, Object> body = body(request);
    Exchange exchange = post(body, deadline);
    if (exchange instanceof Exchange.Answered refused && isAboutTheLength(refused)) {
      // Some routes make the higher tiers at full length only; a 400 has bought nothing.
      request.model().durations().stream()
          .reduce((shorter, longer) -> longer)
          .ifPresent(longest -> body.put("duration", longest));
      exchange = post(body, deadline);
    }
    if (!(exchange instanceof Exchange.Answered answer) || !answer.isSuccess()) {
      return new SubmitOutcome.Answered(vendor.noSuccess(exchange, request.task()));
    }
    return JobPath.idOf(VendorJson.read(answer.body()), "id")
        .<SubmitOutcome>map(id -> new SubmitOutcome.Accepted(ticket(id, request, body)))
        .orElseGet(
            () ->
                new SubmitOutcome.Answered(
                    vendor
                        .cuts()
                        .after(request.task(), vendor.name(), "a job was accepted without an id")));
  }

  GenerationOutcome await(JobTicket ticket, Instant deadline) {
    return polling.until(deadline, () -> look(ticket, deadline));
  }

  private Exchange post(Map<String, Object> body, Instant deadline) {
    return vendor
        .http()
        .call(
            VendorCall.post(
                "/v1/videos", VendorJson.write(body), VendorCall.SMALL, CALL, deadline));
  }

  private static boolean isAboutTheLength(Exchange.Answered answer) {
    return answer.status() == 400
        && new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8)
            .toLowerCase(Locale.ROOT)
            .contains("duration");
  }

  private static Map<String, Object> body(GenerationRequest request) {
    FittedParameters fitted = FittedParameters.of(request);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("model", request.model().model());
    body.put("prompt", request.prompt());
    fitted.number(FittedParameters.DURATION).ifPresent(value -> body.put("duration", value));
    fitted.text(FittedParameters.RATIO).ifPresent(value -> body.put("aspect_ratio", value));
    fitted.text(FittedParameters.SIZE).ifPresent(value -> body.put("resolution", value));
    fitted.flag(FittedParameters.AUDIO).ifPresent(value -> body.put("generate_audio", value));
    fitted.number(FittedParameters.SEED).ifPresent(value -> body.put("seed", value));
    return body;
  }

  private JobTicket ticket(String id, GenerationRequest request, Map<String, Object> body) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("tier", request.tier());
    details.put("poll", JobPath.of("/v1/videos/", id));
    details.put("duration", String.valueOf(body.getOrDefault("duration", "")));
    request
        .model()
        .priceUsd()
        .ifPresent(price -> details.put("price_usd_per_second", price.toPlainString()));
    return new JobTicket(
        vendor.name(), request.model().model(), id, vendor.now(), Map.copyOf(details));
  }

  private Optional<GenerationOutcome> look(JobTicket ticket, Instant deadline) {
    String path = JobPath.of("/v1/videos/", ticket.jobId());
    Exchange exchange = vendor.http().call(VendorCall.get(path, deadline));
    if (!(exchange instanceof Exchange.Answered answer) || !answer.isSuccess()) {
      JobPath.sayIfRefused(vendor, exchange, ticket, "OPEN_ROUTER_API_KEY");
      return Optional.empty();
    }
    JsonNode job = VendorJson.read(answer.body());
    return switch (VendorJson.text(job.path("status")).orElse("").toLowerCase(Locale.ROOT)) {
      case "completed" -> video(path, job, ticket, deadline);
      case "failed", "cancelled", "expired" -> Optional.of(failure(job));
      // Also what is not known yet: an unknown status is no verdict.
      default -> Optional.empty();
    };
  }

  private Optional<GenerationOutcome> video(
      String path, JsonNode job, JobTicket ticket, Instant deadline) {
    Map<String, String> facts =
        VendorMedia.facts(
            ticket.provider(),
            ticket.model(),
            ticket.details().getOrDefault("tier", ""),
            ticket.acceptedAt(),
            vendor.now());
    Fetched content =
        vendor
            .downloads()
            .fetchWithKey(path + "/content?index=0", VendorCall.LARGEST_VIDEO, deadline);
    if (content instanceof Fetched.NotNow(String reason)) {
      Optional<String> address =
          Stream.of("unsigned_urls", "urls")
              .flatMap(list -> VendorJson.text(job.path(list).path(0)).stream())
              .findFirst();
      if (address.isPresent()) {
        content = vendor.downloads().fetch(address.get(), VendorCall.LARGEST_VIDEO, deadline);
      } else if (reason.endsWith("answered with 404")) {
        return Optional.of(
            new GenerationOutcome.Lost(vendor.name() + "'s job is completed without media"));
      }
    }
    return vendor.video(content, facts);
  }

  private GenerationOutcome failure(JsonNode job) {
    String words = JobPath.failureOf(job);
    String reason = vendor.name() + "'s job ended without media: " + vendor.verdict().shown(words);
    return Verdict.isModeration(words)
        ? new GenerationOutcome.Moderated(reason)
        : new GenerationOutcome.Lost(reason);
  }
}
