package io.gasminer.miner.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.generation.runway.RunwayProvider;
import io.gasminer.miner.generation.standin.Reply;
import io.gasminer.miner.generation.standin.Workshop;
import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Modality;
import java.net.URI;
import org.junit.jupiter.api.Test;

class RunwayProviderTest extends JobContract {
  @Override
  protected GenerationProvider provider(URI base) {
    return new RunwayProvider(base, Workshop.KEY, workshop.around());
  }

  @Override
  protected GenerationRequest request() {
    return workshop.request(provider, Modality.VIDEO, "veo3.1", tier("1080p"));
  }

  @Override
  protected String path() {
    return "/v1/text_to_video";
  }

  @Override
  protected String jobPath() {
    return "/v1/tasks/job-1";
  }

  @Override
  protected Reply success() {
    return Reply.json(200, "{\"id\":\"job-1\"}");
  }

  @Override
  protected Reply moderation() {
    return Reply.json(400, "{\"error\":\"SAFETY.INPUT.TEXT\"}");
  }

  @Override
  protected String running() {
    return "THROTTLED";
  }

  @Override
  protected Reply job(String state) {
    return Reply.json(200, "{\"id\":\"job-1\",\"status\":\"" + state + "\"}");
  }

  @Override
  protected Reply done() {
    vendor.on("GET", "/temporary.mp4", Reply.bytes(200, "video/mp4", Workshop.MP4));
    return Reply.json(
        200,
        "{\"status\":\"SUCCEEDED\",\"output\":[\"" + vendor.base() + "/temporary.mp4?sig=1\"]}");
  }

  @Override
  protected Reply doneWithoutMedia() {
    return Reply.json(200, "{\"status\":\"SUCCEEDED\",\"output\":[]}");
  }

  @Override
  protected Reply moderatedJob() {
    return Reply.json(
        200, "{\"status\":\"FAILED\",\"failure\":\"no\",\"failureCode\":\"SAFETY.OUTPUT.VIDEO\"}");
  }

  @Override
  protected Reply failed() {
    return Reply.json(
        200,
        "{\"status\":\"FAILED\",\"failure\":\"out of paint\",\"failureCode\":\"INTERNAL.BAD\"}");
  }

  @Test
  void everyRequestCarriesTheVersionAndTheTierBecomesTheRatio() {
    JobTicket ticket = accepted();
    vendor.on("GET", jobPath(), done());
    provider.await(ticket, workshop.in(PLENTY));
    assertThat(vendor.asked())
        .filteredOn(asked -> asked.path().startsWith("/v1/"))
        .hasSize(2)
        .allSatisfy(
            asked -> assertThat(asked.headers()).containsEntry("x-runway-version", "2024-11-06"));
    var body = vendor.asked().getFirst().json();
    assertThat(body.path("ratio").asString("")).isEqualTo("1920:1080");
    assertThat(body.path("promptText").asString("")).isEqualTo("a lighthouse in a storm");
  }

  @Test
  void anAddressThatHasRunOutIsAskedForAnew() {
    JobTicket ticket = accepted();
    Reply done = done();
    vendor.on(
        "GET",
        "/temporary.mp4",
        Reply.json(403, "{}"),
        Reply.bytes(200, "video/mp4", Workshop.MP4));
    vendor.on("GET", jobPath(), done);
    assertThat(provider.await(ticket, workshop.in(PLENTY)))
        .isInstanceOf(GenerationOutcome.Produced.class);
    assertThat(vendor.asked("GET", jobPath())).hasSize(2);
  }
}
