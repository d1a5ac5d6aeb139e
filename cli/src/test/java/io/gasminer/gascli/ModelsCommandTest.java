package io.gasminer.gascli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.rehearsal.GascliJvm;
import io.gasminer.testkit.VideoVendor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ModelsCommandTest {
  private static final String KEY = "sk-or-never-to-be-seen-0123456789";
  private static final byte[] UNSIGNED =
      "\0\0\0\u0014ftypisom\0\0\2\0isom\0\0\0\bfree".getBytes(StandardCharsets.ISO_8859_1);

  @TempDir private Path temp;

  @Test
  void theListIsOneJsonValueWithPricesAndRewardsAsNumbers() throws IOException {
    Typed list = models(settings("OPEN_ROUTER_API_KEY=k\nSTABILITY_API_KEY=k\n"), "--json");
    assertThat(list.exitCode()).isZero();
    JsonNode json = JsonMapper.shared().readTree(list.out());
    JsonNode medium = model(json, "sd3.5-medium");
    assertThat(medium.path("tiers").path(0).path("price_usd").decimalValue())
        .isEqualByComparingTo("0.035");
    assertThat(medium.path("tiers").path(0).path("reward").decimalValue())
        .isEqualByComparingTo("1");
    assertThat(medium.path("signer_accepted").asBoolean()).isTrue();
    assertThat(medium.path("basis").asString("")).isEqualTo("documented");
    assertThat(medium.path("key_configured").asBoolean()).isTrue();
    JsonNode veo = model(json, "google/veo-3.1-lite");
    assertThat(veo.path("chosen").asBoolean()).isTrue();
    assertThat(veo.path("tiers").path(0).path("price_usd").isNull()).isTrue();
    assertThat(veo.path("tiers").path(0).path("chosen_for"))
        .extracting(JsonNode::stringValue)
        .containsExactly("480p", "720p");
    assertThat(model(json, "veo3.1").path("key_configured").asBoolean(true)).isFalse();
    assertThat(list.out()).doesNotContain("gen4.5");
  }

  @Test
  void allShowsAlsoWhatIsRefusedOrOver() throws IOException {
    Path file = settings("OPENAI_API_KEY=k\n");
    assertThat(models(file, "--all").out()).contains("gen4.5", "dall-e-3", "sandbox-image");
    assertThat(models(file).out()).doesNotContain("gen4.5").contains("more with --all");
    assertThat(models(file, "--service", "sandbox").out()).contains("sandbox-video");
    assertThat(models(file, "--modality", "video").out()).contains("Videos").doesNotContain("Imag");
  }

  @Test
  void theListIsShownEvenWhereTheMinerWouldNotStart() throws IOException {
    Typed list = models(settings("IMAGE_SERVICE=runway\n"));
    assertThat(list.exitCode()).isZero();
    assertThat(list.out()).contains("veo3.1").contains("the miner would not start");
  }

  @Test
  void aModelThatTheMinerRefusesToStartWithIsTold() throws IOException {
    Typed list = models(settings("RUNWAYML_API_KEY=k\nVIDEO_MODEL=gen4.5\n"));
    assertThat(list.out().replaceAll("\\s+", " "))
        .contains("VIDEO_MODEL is gen4.5, and the miner does not start with it. Next step");
  }

  @Test
  void wrongWordsAreAnsweredWithTheRightOnes() throws IOException {
    Path file = settings("OPENAI_API_KEY=k\n");
    for (List<String> wrong :
        List.of(
            List.of("--service", "nobody", "is none of openai, openrouter"),
            List.of("--modality", "audio", "is neither image nor video"),
            List.of("--sort", "beauty", "is none of service, price, reward, value, seen"))) {
      Typed refused = models(file, wrong.get(0), wrong.get(1));
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err()).contains(wrong.get(0), wrong.get(2));
    }
    assertThat(Typed.gascli("models", "show", "veo", "--env-file", file.toString()).err())
        .contains("'veo' is not clear", "google/veo-3.1 (openrouter)");
    assertThat(Typed.gascli("models", "show", "a\u001b[2Jb", "--env-file", file.toString()).err())
        .contains("no model of the catalogue is called")
        .doesNotContain("\u001b");
    assertThat(audit(file, "--tier", "8K", "ultra", "--dry-run").err())
        .contains("ultra has no tier '8K'; give one of 1K, 2K, 4K");
  }

  @Test
  void onePageTellsOneModel() throws IOException {
    Path file = settings("OPENAI_API_KEY=k\n");
    assertThat(Typed.gascli("models", "show", "gpt-image-2", "--env-file", file.toString()).out())
        .contains("OpenAI", "doubtful", "qualities", "2048x2048", "OPENAI_API_KEY is set");
    assertThat(
            Typed.gascli("models", "show", "ultra", "--json", "--env-file", file.toString()).out())
        .contains("\"price_usd\" : 0.08");
  }

  @Test
  void nobodyIsChargedUnasked() throws IOException {
    try (VideoVendor vendor = VideoVendor.open()) {
      Typed refused = audit(paid(vendor));
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err()).contains("nobody is here to ask", "--yes", "--dry-run");
      Typed dry = audit(paid(vendor), "--dry-run");
      assertThat(dry.exitCode()).isZero();
      assertThat(dry.out()).contains("google/veo-3.1-lite", "0.4", "Together 0.40 USD");
      Typed json = audit(paid(vendor), "--dry-run", "--json");
      assertThat(JsonMapper.shared().readTree(json.out()).path("total_usd").decimalValue())
          .isEqualByComparingTo("0.4");
      assertThat(vendor.sold()).isEmpty();
    }
  }

  @Test
  void nothingIsBoughtBeyondTheMostOrForAPriceThatNobodyKnows() throws IOException {
    try (VideoVendor vendor = VideoVendor.open()) {
      Typed dear = audit(paid(vendor), "--yes", "--max-cost", "0.39");
      assertThat(dear.exitCode()).isEqualTo(2);
      assertThat(dear.out()).contains("0.40 is beyond what --max-cost leaves (0.39)");
      Typed unknown = audit(paid(vendor), "--yes", "google/veo-3.1-fast");
      assertThat(unknown.exitCode()).isEqualTo(2);
      assertThat(unknown.out().replaceAll("\\s+", " "))
          .contains("its price is not known", "--assume-price");
      assertThat(audit(paid(vendor), "--yes", "veo3").out())
          .contains("RUNWAYML_API_KEY is not set");
      assertThat(vendor.sold()).isEmpty();
    }
  }

  @Test
  void theSandboxIsAuditedForRealAndRemembered() throws IOException {
    Path file = settings("IMAGE_SERVICE=sandbox\nVIDEO_SERVICE=sandbox\n");
    Typed audited = audit(file, "--yes");
    assertThat(audited.exitCode()).as(audited.out() + audited.err()).isZero();
    assertThat(audited.out())
        .contains("sandbox-image passes as a trial: 1K (1024x1024)")
        .contains("sandbox-video passes as a trial: 720p (1280x720)")
        .contains("2 passed, 0 would not be paid");
    Typed page = Typed.gascli("models", "show", "sandbox-image", "--env-file", file.toString());
    assertThat(page.out())
        .contains("Your audit of 20", "passes as a trial", ".png", "no validator pays");
    JsonNode json =
        JsonMapper.shared().readTree(models(file, "--service", "sandbox", "--json").out());
    assertThat(model(json, "sandbox-image").path("audit").path("verdict").asString(""))
        .isEqualTo("passed");
    assertThat(model(json, "sandbox-image").path("basis").asString("")).isEqualTo("your audit");
    Typed again = audit(file, "--yes", "--json", "--tier", "2K");
    assertThat(JsonMapper.shared().readTree(again.out()).path("models"))
        .singleElement()
        .satisfies(found -> assertThat(found.path("outcome").asString("")).isEqualTo("passed"))
        .satisfies(
            found ->
                assertThat(found.at("/audit/sample/size").asString("")).isEqualTo("2048x2048"));
  }

  @Test
  void aFailingSandboxDoesNotStopTheOthers() throws IOException {
    Path file = settings("IMAGE_SERVICE=sandbox\nVIDEO_SERVICE=sandbox\nSANDBOX_FAILURE_RATE=1\n");
    Typed audited = audit(file, "--yes");
    assertThat(audited.exitCode()).isEqualTo(1);
    assertThat(audited.out())
        .contains("sandbox-image no sample", "sandbox-video no sample", "whose fault", "next step")
        .contains("2 without a sample");
  }

  @Test
  void aKeyThatIsRefusedIsToldInCleanWords() throws IOException {
    try (VideoVendor vendor = VideoVendor.open()) {
      vendor.refuse("no \u001b]0;owned\u0007such\u202e key " + KEY);
      Typed audited = audit(paid(vendor), "--yes");
      assertThat(audited.exitCode()).isEqualTo(1);
      assertThat(audited.out())
          .contains("no sample: openrouter answered 401", "yours: the key", "OPEN_ROUTER_API_KEY")
          .doesNotContain("\u001b", "\u0007", "\u202e", KEY);
      assertThat(audited.err()).doesNotContain(KEY);
      assertThat(models(paid(vendor)).out()).doesNotContain("would not be paid");
    }
  }

  @Test
  void anAuditThatWasKilledIsTakenUpByTheNextAndBuysNothing() throws Exception {
    try (VideoVendor vendor = VideoVendor.open()) {
      Path file = paid(vendor);
      Process killed =
          GascliJvm.running(List.of("models", "audit", "--yes", "--env-file", file.toString()))
              .redirectErrorStream(true)
              .redirectOutput(temp.resolve("killed.txt").toFile())
              .start();
      assertThat(vendor.isLookedAtWithin(Duration.ofSeconds(60))).isTrue();
      killed.destroyForcibly().waitFor();
      vendor.finish(UNSIGNED);
      assertThat(audit(file, "--dry-run").out()).contains("its job is waited for", "0.00 USD");
      Typed next = audit(file, "--yes", "--max-cost", "0");
      assertThat(next.exitCode()).isEqualTo(1);
      assertThat(next.out().replaceAll("\\s+", " "))
          .contains("waiting for the job of google/veo-3.1-lite")
          .contains("validators would refuse it", "No C2PA manifest found", "the choice of the");
      assertThat(vendor.sold()).hasSize(1);
      assertThat(vendor.sold().getFirst().path("duration").asInt()).isEqualTo(4);
      assertThat(models(file).out().replaceAll("\\s+", " "))
          .contains("openrouter's google/veo-3.1-lite would not be paid: your audit of");
      try (Stream<Path> files = Files.list(temp.resolve("state/evidence"))) {
        assertThat(files.map(path -> path.getFileName().toString()))
            .anyMatch(name -> name.endsWith(".mp4"))
            .noneMatch(name -> name.endsWith(".job"));
      }
    }
  }

  private Path paid(VideoVendor vendor) throws IOException {
    Path rows =
        Files.writeString(
            temp.resolve("rows.json"),
            """
            [{"provider":"openrouter","model":"google/veo-3.1-lite","modality":"video",
              "tiers":{"720p":"720p","1080p":"1080p"},"durations":[4,6],"ratios":["16:9"],
              "priceUsd":0.1,"pricedAs":"veo","signer":"Google LLC","evidence":"2026-11-24"}]
            """);
    return settings(
        "VIDEO_SERVICE=openrouter\nOPEN_ROUTER_API_KEY=%s\n".formatted(KEY)
            + "OPEN_ROUTER_BASE_URL=%s\nMINER_MODEL_CATALOG=%s\n".formatted(vendor.base(), rows));
  }

  private Path settings(String text) throws IOException {
    return Files.writeString(
        temp.resolve("x.env"), text + "MINER_STATE_DIR=" + temp.resolve("state") + "\n");
  }

  private static Typed models(Path file, String... options) {
    return typed(List.of("models"), file, options);
  }

  private static Typed audit(Path file, String... options) {
    return typed(List.of("models", "audit"), file, options);
  }

  private static Typed typed(List<String> command, Path file, String... options) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of("--env-file", file.toString()));
    all.addAll(List.of(options));
    return Typed.gascli(all.toArray(String[]::new));
  }

  private static JsonNode model(JsonNode json, String name) {
    for (JsonNode model : json.path("models")) {
      if (model.path("model").asString("").equals(name)) {
        return model;
      }
    }
    throw new AssertionError(name + " is not listed in " + json);
  }
}
