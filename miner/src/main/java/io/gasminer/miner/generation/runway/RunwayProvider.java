package io.gasminer.miner.generation.runway;

import io.gasminer.miner.config.Secret;
import io.gasminer.miner.generation.FittedParameters;
import io.gasminer.miner.generation.GenerationOutcome;
import io.gasminer.miner.generation.GenerationProvider;
import io.gasminer.miner.generation.GenerationRequest;
import io.gasminer.miner.generation.SubmitOutcome;
import io.gasminer.miner.generation.http.Exchange;
import io.gasminer.miner.generation.http.JobPath;
import io.gasminer.miner.generation.http.JobPolling;
import io.gasminer.miner.generation.http.Surroundings;
import io.gasminer.miner.generation.http.Vendor;
import io.gasminer.miner.generation.http.VendorCall;
import io.gasminer.miner.generation.http.VendorJson;
import io.gasminer.miner.generation.http.VendorMedia;
import io.gasminer.miner.generation.http.Verdict;
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
 * Owns the making of video at Runway: a task is created, looked at, and its output downloaded the
 * moment it is there, as its address lives for a short time only. Thread-safe.
 */
public final class RunwayProvider implements GenerationProvider {
  /** The version of its API that is spoken; it answers nothing without that. */
  public static final Map<String, String> VERSION = Map.of("X-Runway-Version", "2024-11-06");

  private static final Duration CALL = Duration.ofSeconds(60);
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final Vendor vendor;
  private final JobPolling polling;

  /** Video from what lies under the base. */
  public RunwayProvider(URI base, Secret key, Surroundings around) {
    this.vendor = Vendor.at("runway", base, key, VERSION, around);
    this.polling = new JobPolling(around.clock(), around.pause(), FIRST, LONGEST);
  }

  @Override
  public String name() {
    return vendor.name();
  }

  @Override
  public String serviceName() {
    return "RunwayService";
  }

  @Override
  public Set<Modality> modalities() {
    return Set.of(Modality.VIDEO);
  }

  @Override
  public SubmitOutcome submit(GenerationRequest request, Instant deadline) {
    Exchange exchange =
        vendor
            .http()
            .call(
                VendorCall.post(
                    "/v1/text_to_video",
                    VendorJson.write(body(request)),
                    VendorCall.SMALL,
                    CALL,
                    deadline));
    if (!(exchange instanceof Exchange.Answered answer) || !answer.isSuccess()) {
      return new SubmitOutcome.Answered(vendor.noSuccess(exchange, request.task()));
    }
    return JobPath.idOf(VendorJson.read(answer.body()), "id")
        .<SubmitOutcome>map(id -> new SubmitOutcome.Accepted(ticket(id, request)))
        .orElseGet(
            () ->
                new SubmitOutcome.Answered(
                    vendor
                        .cuts()
                        .after(
                            request.task(), vendor.name(), "a task was accepted without an id")));
  }

  @Override
  public GenerationOutcome await(JobTicket ticket, Instant deadline) {
    return polling.until(deadline, () -> look(ticket, deadline));
  }

  private static Map<String, Object> body(GenerationRequest request) {
    FittedParameters fitted = FittedParameters.of(request);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("model", request.model().model());
    body.put("promptText", request.prompt());
    fitted.text(FittedParameters.SIZE).ifPresent(ratio -> body.put("ratio", ratio));
    fitted.number(FittedParameters.DURATION).ifPresent(value -> body.put("duration", value));
    fitted.flag(FittedParameters.AUDIO).ifPresent(value -> body.put("audio", value));
    fitted.number(FittedParameters.SEED).ifPresent(value -> body.put("seed", value));
    return body;
  }

  private JobTicket ticket(String id, GenerationRequest request) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("tier", request.tier());
    details.put("poll", JobPath.of("/v1/tasks/", id));
    FittedParameters.of(request)
        .number(FittedParameters.DURATION)
        .ifPresent(seconds -> details.put("duration", String.valueOf(seconds)));
    request
        .model()
        .priceUsd()
        .ifPresent(price -> details.put("price_usd_per_second", price.toPlainString()));
    return new JobTicket(
        vendor.name(), request.model().model(), id, vendor.now(), Map.copyOf(details));
  }

  private Optional<GenerationOutcome> look(JobTicket ticket, Instant deadline) {
    Exchange exchange =
        vendor.http().call(VendorCall.get(JobPath.of("/v1/tasks/", ticket.jobId()), deadline));
    if (!(exchange instanceof Exchange.Answered answer) || !answer.isSuccess()) {
      JobPath.sayIfRefused(vendor, exchange, ticket, "RUNWAYML_API_KEY");
      return Optional.empty();
    }
    JsonNode task = VendorJson.read(answer.body());
    return switch (VendorJson.text(task.path("status")).orElse("")) {
      case "SUCCEEDED" -> video(task, ticket, deadline);
      case "FAILED", "CANCELLED" -> Optional.of(failure(task));
      // Also what is not known yet: an unknown status is no verdict.
      default -> Optional.empty();
    };
  }

  private Optional<GenerationOutcome> video(JsonNode task, JobTicket ticket, Instant deadline) {
    Optional<String> address = VendorJson.text(task.path("output").path(0));
    if (address.isEmpty()) {
      return Optional.of(
          new GenerationOutcome.Lost(vendor.name() + "'s task succeeded without media"));
    }
    // An address that has run out is no verdict: the next look names a fresh one.
    return vendor.video(
        vendor.downloads().fetch(address.get(), VendorCall.LARGEST_VIDEO, deadline),
        VendorMedia.facts(
            ticket.provider(),
            ticket.model(),
            ticket.details().getOrDefault("tier", ""),
            ticket.acceptedAt(),
            vendor.now()));
  }

  private GenerationOutcome failure(JsonNode task) {
    String words = JobPath.failureOf(task);
    String reason = vendor.name() + "'s task ended without media: " + vendor.verdict().shown(words);
    return Verdict.isModeration(words)
        ? new GenerationOutcome.Moderated(reason)
        : new GenerationOutcome.Lost(reason);
  }
}
