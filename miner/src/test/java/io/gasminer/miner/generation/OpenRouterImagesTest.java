package io.gasminer.miner.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.generation.openrouter.OpenRouterProvider;
import io.gasminer.miner.generation.standin.Reply;
import io.gasminer.miner.generation.standin.Workshop;
import io.gasminer.miner.task.Modality;
import java.net.URI;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenRouterImagesTest extends ProviderContract {
  private static final String CHAT = "/api/v1/chat/completions";

  @Override
  protected GenerationProvider provider(URI base) {
    return new OpenRouterProvider(URI.create(base + "/api"), Workshop.KEY, workshop.around());
  }

  @Override
  protected GenerationRequest request() {
    return request("google/gemini-3-pro-image");
  }

  private GenerationRequest request(String model) {
    return workshop.request(provider, Modality.IMAGE, model, tier("4k"));
  }

  @Override
  protected String path() {
    return "/api/v1/images";
  }

  @Override
  protected Reply success() {
    return Reply.json(
        200, "{\"data\":[{\"b64_json\":\"" + base64() + "\",\"media_type\":\"image/png\"}]}");
  }

  @Override
  protected Reply moderation() {
    return Reply.json(
        403,
        "{\"error\":{\"code\":403,\"message\":\"input\",\"metadata\":{\"reasons\":[\"flagged\"]}}}");
  }

  // A 404 of one endpoint is answered by the other; without a script of its own it says no too.
  @BeforeEach
  void chatKnowsNoModel() {
    vendor.on("POST", CHAT, Reply.json(404, "{\"error\":\"unknown size\"}"));
  }

  @Test
  void theTierReachesTheDedicatedEndpoint() {
    assertThat(answered(success())).isInstanceOf(GenerationOutcome.Produced.class);
    assertThat(vendor.asked().getFirst().json().path("resolution").asString("")).isEqualTo("4K");
  }

  @Test
  void theTierReachesTheModelOverChatWhereThatIsTheWay() {
    vendor.on(
        "POST", CHAT, overChat("{\"images\":[{\"image_url\":{\"url\":\"" + data() + "\"}}]}"));
    assertThat(submitted(request("google/gemini-3-pro-image-preview")))
        .isInstanceOf(GenerationOutcome.Produced.class);
    var body = vendor.asked().getFirst().json();
    assertThat(body.path("image_config").path("image_size").asString("")).isEqualTo("4K");
    assertThat(body.path("modalities").toString()).isEqualTo("[\"image\",\"text\"]");
    assertThat(body.path("messages").path(0).path("content").asString("")).contains("lighthouse");
  }

  @Test
  void aGatewayWithoutTheDedicatedEndpointIsAskedOverChat() {
    vendor.on(
        "POST", CHAT, overChat("{\"images\":[{\"image_url\":{\"url\":\"" + data() + "\"}}]}"));
    assertThat(submitted(request())).isInstanceOf(GenerationOutcome.Produced.class);
    assertThat(vendor.asked("POST", path())).hasSize(1);
  }

  @Test
  void aFailureInsideASuccessHasItsOwnStatus() {
    assertThat(answered(Reply.json(200, "{\"error\":{\"code\":402,\"message\":\"credits\"}}")))
        .isInstanceOf(GenerationOutcome.OperatorProblem.class);
    assertThat(answered(Reply.json(200, "{\"error\":{\"code\":502,\"message\":\"upstream\"}}")))
        .isInstanceOf(GenerationOutcome.Unavailable.class);
  }

  @Test
  void aChatThatOnlyTalksIsALostImage() {
    vendor.on("POST", CHAT, overChat("{\"content\":\"I would rather not.\"}"));
    assertThat(submitted(request("google/gemini-3-pro-image-preview")))
        .isInstanceOf(GenerationOutcome.Lost.class);
    vendor.on(
        "POST",
        CHAT,
        Reply.json(200, "{\"choices\":[{\"finish_reason\":\"content_filter\",\"message\":{}}]}"));
    assertThat(submitted(request("google/gemini-3-pro-image-preview")))
        .isInstanceOf(GenerationOutcome.Moderated.class);
  }

  private GenerationOutcome submitted(GenerationRequest request) {
    if (provider.submit(request, workshop.in(PLENTY))
        instanceof SubmitOutcome.Answered(GenerationOutcome outcome)) {
      return outcome;
    }
    throw new AssertionError("expected an answer");
  }

  private static Reply overChat(String message) {
    return Reply.json(200, "{\"choices\":[{\"message\":" + message + "}]}");
  }

  private static String base64() {
    return Base64.getEncoder().encodeToString(Workshop.PNG);
  }

  private static String data() {
    return "data:image/png;base64," + base64();
  }
}
