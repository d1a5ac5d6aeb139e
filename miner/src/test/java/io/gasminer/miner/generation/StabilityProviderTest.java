package io.gasminer.miner.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.generation.stability.StabilityProvider;
import io.gasminer.miner.generation.standin.Reply;
import io.gasminer.miner.generation.standin.Workshop;
import io.gasminer.miner.task.Modality;
import java.net.URI;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StabilityProviderTest extends ProviderContract {
  @Override
  protected GenerationProvider provider(URI base) {
    return new StabilityProvider(base, Workshop.KEY, workshop.around(), new Random(7));
  }

  @Override
  protected GenerationRequest request() {
    return workshop.request(
        provider,
        Modality.IMAGE,
        "sd3.5-medium",
        Map.of("negative_prompt", "fog", "seed", 11, "aspect_ratio", "17:9", "format", "jpg"));
  }

  @Override
  protected String path() {
    return "/v2beta/stable-image/generate/";
  }

  @Override
  protected Reply success() {
    return Reply.bytes(200, "image/png", Workshop.PNG);
  }

  @Override
  protected Reply moderation() {
    return Reply.json(403, "{\"name\":\"content_moderation\",\"errors\":[\"was flagged\"]}");
  }

  @Test
  void theFormHoldsWhatTheModelTakes() {
    assertThat(answered(success())).isInstanceOf(GenerationOutcome.Produced.class);
    var asked = vendor.asked().getFirst();
    assertThat(asked.path()).endsWith("/sd3");
    assertThat(asked.headers().get("accept")).isEqualTo("image/*");
    assertThat(asked.headers().get("content-type")).startsWith("multipart/form-data; boundary=");
    assertThat(asked.text())
        .contains("name=\"prompt\"\r\n\r\na lighthouse in a storm\r\n")
        .contains("name=\"model\"\r\n\r\nsd3.5-medium\r\n")
        .contains("name=\"negative_prompt\"\r\n\r\nfog\r\n")
        .contains("name=\"seed\"\r\n\r\n11\r\n")
        .contains("name=\"aspect_ratio\"\r\n\r\n16:9\r\n")
        .contains("name=\"output_format\"\r\n\r\njpeg\r\n");
  }

  @Test
  void coreAndUltraHaveTheirOwnPathsAndNoModelField() {
    for (String model : new String[] {"core", "ultra"}) {
      vendor.on("POST", path(), success());
      provider.submit(
          workshop.request(provider, Modality.IMAGE, model, Map.of()), workshop.in(PLENTY));
      var asked = vendor.asked().getLast();
      assertThat(asked.path()).endsWith("/" + model);
      assertThat(asked.text()).doesNotContain("name=\"model\"");
    }
  }

  @Test
  void aFilteredImageIsModerated() {
    assertThat(answered(success().with("finish-reason", "CONTENT_FILTERED")))
        .isInstanceOf(GenerationOutcome.Moderated.class);
  }
}
