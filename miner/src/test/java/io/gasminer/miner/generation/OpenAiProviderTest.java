package io.gasminer.miner.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.generation.openai.OpenAiProvider;
import io.gasminer.miner.generation.standin.Reply;
import io.gasminer.miner.generation.standin.StandIn;
import io.gasminer.miner.generation.standin.Workshop;
import io.gasminer.miner.task.Modality;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenAiProviderTest extends ProviderContract {
  @Override
  protected GenerationProvider provider(URI base) {
    return new OpenAiProvider(base, Workshop.KEY, workshop.around());
  }

  @Override
  protected GenerationRequest request() {
    return workshop.request(provider, Modality.IMAGE, "gpt-image-2", tier("2K"));
  }

  @Override
  protected String path() {
    return "/v1/images/generations";
  }

  @Override
  protected Reply success() {
    return Reply.json(
        200,
        "{\"data\":[{\"b64_json\":\"" + Base64.getEncoder().encodeToString(Workshop.PNG) + "\"}]}");
  }

  @Override
  protected Reply moderation() {
    return Reply.json(
        400, "{\"error\":{\"code\":\"moderation_blocked\",\"message\":\"safety system\"}}");
  }

  @Test
  void theImageInTheAnswerIsTakenUnchangedWithItsFacts() {
    assertThat(answered(success()))
        .isInstanceOfSatisfying(
            GenerationOutcome.Produced.class,
            produced -> {
              assertThat(produced.media().bytes()).isEqualTo(Workshop.PNG);
              assertThat(produced.media().contentType()).isEqualTo("image/png");
              assertThat(produced.media().facts())
                  .containsEntry("model", "gpt-image-2")
                  .containsEntry("provider", "openai")
                  .containsEntry("tier", "2K")
                  .containsEntry("generation_time", "0.0");
            });
    JsonNode body = vendor.asked().getFirst().json();
    assertThat(body.path("size").asString("")).isEqualTo("2048x2048");
    assertThat(body.path("n").asInt(0)).isEqualTo(1);
    assertThat(body.has("response_format")).isFalse();
  }

  @Test
  void anImageAtAnAddressIsDownloadedWithoutTheKey() {
    try (StandIn storage = new StandIn()) {
      storage.on("GET", "/made.png", Reply.json(503, "{}"), Reply.bytes(200, "x/y", Workshop.PNG));
      vendor.on("POST", path(), addressed(storage.base() + "/made.png"));
      assertThat(provider.submit(dallE(), workshop.in(PLENTY)))
          .isInstanceOfSatisfying(
              SubmitOutcome.Answered.class,
              answer ->
                  assertThat(answer.outcome()).isInstanceOf(GenerationOutcome.Produced.class));
      assertThat(storage.asked()).hasSize(2);
      assertThat(storage.asked().getFirst().headers()).doesNotContainKey("authorization");
    }
    assertThat(vendor.asked().getFirst().json().path("quality").asString("")).isEqualTo("hd");
  }

  @Test
  void anAddressThatAnswersNothingForAMinuteIsALostImage() {
    vendor.on("GET", "/made.png", Reply.json(500, "{}"));
    vendor.on("POST", path(), addressed(vendor.base() + "/made.png"));
    assertThat(provider.submit(dallE(), workshop.in(PLENTY)))
        .isInstanceOfSatisfying(
            SubmitOutcome.Answered.class,
            answer -> assertThat(answer.outcome()).isInstanceOf(GenerationOutcome.Lost.class));
    assertThat(vendor.asked("POST", path())).hasSize(1);
  }

  @Test
  void anAddressOnAPrivateNetworkOrOfAnotherSchemeIsNotCalled() {
    for (String address :
        new String[] {
          "http://127.0.0.2:1/x",
          "http://10.0.0.1/x",
          "http://[::1]/x",
          "http://169.254.169.254/",
          "file:///etc/passwd",
          "ftp://example.com/x",
          "http://u:p@127.0.0.1/",
          "nonsense",
          "http:///x"
        }) {
      vendor.on("POST", path(), addressed(address));
      assertThat(provider.submit(dallE(), workshop.in(PLENTY)))
          .as(address)
          .isInstanceOfSatisfying(
              SubmitOutcome.Answered.class,
              answer -> assertThat(answer.outcome()).isInstanceOf(GenerationOutcome.Lost.class));
    }
  }

  @Test
  void aRedirectToAPrivateNetworkIsNotFollowed() {
    vendor.on("GET", "/made.png", Reply.json(302, "").with("Location", "http://127.0.0.3:1/x"));
    vendor.on("POST", path(), addressed(vendor.base() + "/made.png"));
    assertThat(provider.submit(dallE(), workshop.in(PLENTY)).toString())
        .contains("not on a public network");
  }

  private GenerationRequest dallE() {
    return workshop.request(
        provider, Modality.IMAGE, "dall-e-3", Map.of("quality", "hd", "format", "png"));
  }

  private static Reply addressed(String address) {
    return Reply.json(200, "{\"data\":[{\"url\":\"" + address + "\"}]}");
  }
}
