package io.gasminer.miner.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.generation.openrouter.OpenRouterProvider;
import io.gasminer.miner.generation.standin.Reply;
import io.gasminer.miner.generation.standin.StandIn;
import io.gasminer.miner.generation.standin.Workshop;
import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Modality;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenRouterVideosTest extends JobContract {
  @Override
  protected GenerationProvider provider(URI base) {
    return new OpenRouterProvider(URI.create(base + "/api"), Workshop.KEY, workshop.around());
  }

  @Override
  protected GenerationRequest request() {
    return workshop.request(provider, Modality.VIDEO, "google/veo-3.1-lite", tier("480p"));
  }

  @Override
  protected String path() {
    return "/api/v1/videos";
  }

  @Override
  protected String jobPath() {
    return "/api/v1/videos/job-1";
  }

  @Override
  protected Reply success() {
    return Reply.json(
        202, "{\"id\":\"job-1\",\"status\":\"pending\",\"polling_url\":\"https://example.com/x\"}");
  }

  @Override
  protected Reply moderation() {
    return Reply.json(
        403,
        "{\"error\":{\"code\":403,\"message\":\"input\",\"metadata\":{\"reasons\":[\"flagged\"]}}}");
  }

  @Override
  protected String running() {
    return "in_progress";
  }

  @Override
  protected Reply job(String state) {
    return Reply.json(200, "{\"id\":\"job-1\",\"status\":\"" + state + "\"}");
  }

  @Override
  protected Reply done() {
    vendor.on("GET", jobPath() + "/content", Reply.bytes(200, "video/mp4", Workshop.MP4));
    return job("completed");
  }

  @Override
  protected Reply doneWithoutMedia() {
    return job("completed");
  }

  @Override
  protected Reply moderatedJob() {
    return Reply.json(200, "{\"status\":\"failed\",\"error\":\"content_policy_violation\"}");
  }

  @Override
  protected Reply failed() {
    return Reply.json(200, "{\"status\":\"expired\",\"error\":{\"message\":\"out of paint\"}}");
  }

  @Test
  void theBodyHoldsWhatTheModelTakes() {
    vendor.on("POST", path(), success());
    provider.submit(
        workshop.request(
            provider,
            Modality.VIDEO,
            "bytedance/seedance-2.0",
            Map.of(
                "resolution", "1080P", "seconds", "99", "ratio", "9:16", "seed", 5, "audio", true)),
        workshop.in(PLENTY));
    var body = vendor.asked().getFirst().json();
    assertThat(body.path("resolution").asString("")).isEqualTo("1080p");
    assertThat(body.path("duration").asInt(0)).isEqualTo(15);
    assertThat(body.path("aspect_ratio").asString("")).isEqualTo("9:16");
    assertThat(body.path("seed").asInt(0)).isEqualTo(5);
    assertThat(body.path("generate_audio").asBoolean(false)).isTrue();
  }

  @Test
  void aLengthThatARouteRefusesIsAskedForInFull() {
    vendor.on(
        "POST",
        path(),
        Reply.json(400, "{\"error\":{\"message\":\"duration must be 8 for 1080p\"}}"),
        success());
    accepted2();
    assertThat(vendor.asked("POST", path())).hasSize(2);
    assertThat(vendor.asked().getLast().json().path("duration").asInt(0)).isEqualTo(8);
  }

  @Test
  void theContentMayLieElsewhereAndTheKeyStaysHere() {
    JobTicket ticket = accepted();
    try (StandIn storage = new StandIn()) {
      storage.on("GET", "/v.mp4", Reply.bytes(200, "video/mp4", Workshop.MP4));
      vendor.on("GET", jobPath(), job("completed"));
      vendor.on(
          "GET",
          jobPath() + "/content",
          Reply.json(302, "").with("Location", storage.base() + "/v.mp4"));
      assertThat(provider.await(ticket, workshop.in(PLENTY)))
          .isInstanceOf(GenerationOutcome.Produced.class);
      assertThat(storage.asked().getFirst().headers()).doesNotContainKey("authorization");
      assertThat(vendor.asked("GET", jobPath() + "/content").getFirst().headers())
          .containsKey("authorization");
    }
  }

  @Test
  void anUnsignedAddressServesWhereThereIsNoContent() {
    JobTicket ticket = accepted();
    vendor.on("GET", "/v.mp4", Reply.bytes(200, "video/mp4", Workshop.MP4));
    vendor.on(
        "GET",
        jobPath(),
        Reply.json(
            200, "{\"status\":\"completed\",\"unsigned_urls\":[\"" + vendor.base() + "/v.mp4\"]}"));
    vendor.on("GET", jobPath() + "/content", Reply.json(404, "{}"));
    assertThat(provider.await(ticket, workshop.in(PLENTY)))
        .isInstanceOf(GenerationOutcome.Produced.class);
  }

  @Test
  void anIdCannotLeadElsewhere() {
    vendor.on("POST", path(), Reply.json(202, "{\"id\":\"../../v1/keys?x=\"}"));
    vendor.on("GET", "/", job("completed"));
    if (provider.submit(request(), workshop.in(PLENTY))
        instanceof SubmitOutcome.Accepted(JobTicket ticket)) {
      provider.await(ticket, workshop.in(PLENTY));
    }
    assertThat(vendor.asked("GET", "/"))
        .isNotEmpty()
        .allSatisfy(asked -> assertThat(asked.path()).startsWith(path() + "/..%2F..%2Fv1%2Fkeys"));
  }

  private void accepted2() {
    assertThat(provider.submit(request(), workshop.in(PLENTY)))
        .isInstanceOf(SubmitOutcome.Accepted.class);
  }
}
