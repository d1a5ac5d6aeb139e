package io.gasminer.gascli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.probe.WebStandIn;
import io.gasminer.miner.audit.AuditedModel;
import io.gasminer.miner.audit.Evidence;
import io.gasminer.miner.config.ConfigLoader;
import io.gasminer.miner.config.Secret;
import io.gasminer.miner.generation.ModelDirectory;
import io.gasminer.miner.generation.http.VendorHttp;
import io.gasminer.miner.generation.openai.OpenAiModels;
import io.gasminer.miner.generation.openrouter.OpenRouterModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCheckTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-25T12:00:00Z"));
  private static final String IMAGES = "/v1/models?output_modalities=image";

  private final WebStandIn provider = new WebStandIn();
  private final VendorHttp http = new VendorHttp(provider.base(), new Secret("k"), Map.of(), CLOCK);
  private final Optional<ModelDirectory> router = Optional.of(new OpenRouterModels(http));

  @TempDir private Path temp;

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void aModelThatIsListedAndSignsIsFine() {
    provider.on(IMAGES, 200, "{\"data\":[{\"id\":\"google/gemini-3-pro-image\"}]}");
    assertThat(look(router, "IMAGE_SERVICE", "openrouter"))
        .containsExactly(
            new Finding.Ok(
                "google/gemini-3-pro-image of openrouter, listed there today, signed by Google"
                    + " LLC"));
  }

  @Test
  void aModelThatWasRenamedIsAFailureWithTheNamesThatServe() {
    provider.on(
        IMAGES,
        200,
        "{\"data\":[{\"id\":\"other/thing\"},{\"id\":\"google/gemini-3.1-flash-image\"}]}");
    assertThat(look(router, "IMAGE_SERVICE", "openrouter").getFirst())
        .isInstanceOfSatisfying(
            Finding.Failure.class,
            failure -> {
              assertThat(failure.what()).contains("does not list google/gemini-3-pro-image");
              assertThat(failure.next()).isEqualTo("IMAGE_MODEL: google/gemini-3.1-flash-image");
              assertThat(failure.mayPass()).isFalse();
            });
    provider.on(IMAGES, 200, "{\"data\":[{\"id\":\"google/gemini-3-pro-image-v2\"}]}");
    assertThat(look(router, "IMAGE_SERVICE", "openrouter").getFirst())
        .isInstanceOfSatisfying(
            Finding.Failure.class,
            failure ->
                assertThat(failure.next()).isEqualTo("IMAGE_MODEL: google/gemini-3-pro-image-v2"));
  }

  @Test
  void anEndThatIsNearOrPastIsAWarningWithItsDate() {
    provider.on(
        "/v1/models",
        200,
        "{\"data\":[{\"id\":\"gpt-image-1.5\",\"shutdown_date\":\"2026-12-01\"},"
            + "{\"id\":\"gpt-image-2\"}]}");
    List<Finding> found =
        look(
            Optional.of(new OpenAiModels(http)),
            "IMAGE_SERVICE",
            "openai",
            "IMAGE_MODEL",
            "gpt-image-1.5");
    assertThat(found.getFirst())
        .isInstanceOfSatisfying(
            Finding.Warning.class,
            warning -> {
              assertThat(warning.what()).contains("ends on 2026-12-01, says openai");
              assertThat(warning.next()).contains("gpt-image-2");
            });
  }

  @Test
  void anOpenAiModelIsAWarningAsValidatorsDoNotHoldItsRoots() {
    provider.on("/v1/models", 200, "{\"data\":[{\"id\":\"gpt-image-2\"}]}");
    assertThat(look(Optional.of(new OpenAiModels(http)), "IMAGE_SERVICE", "openai"))
        .singleElement()
        .isInstanceOfSatisfying(
            Finding.Warning.class,
            warning -> {
              assertThat(warning.what()).contains("roots that the validators' own list");
              assertThat(warning.means()).contains("earns nothing");
              assertThat(warning.next()).contains("gascli models audit");
            });
  }

  @Test
  void whatDoesNotSignOrIsNotKnownIsAFailureBeforeAnybodyIsAsked() {
    assertThat(
            look(router, "VIDEO_SERVICE", "openrouter", "VIDEO_MODEL", "openai/sora-2-pro")
                .getFirst())
        .isInstanceOfSatisfying(
            Finding.Failure.class,
            failure -> {
              assertThat(failure.what()).contains("openai/sora-2-pro does not sign");
              assertThat(failure.next()).startsWith("VIDEO_MODEL: google/veo-3.1-lite");
            });
    assertThat(
            look(router, "VIDEO_SERVICE", "openrouter", "VIDEO_MODEL", "no\u0007such").getFirst())
        .isInstanceOfSatisfying(
            Finding.Failure.class,
            failure -> assertThat(failure.what()).contains("does not know no?such"));
  }

  @Test
  void aModelThatWasForcedAlthoughItDoesNotSignIsAWarning() throws Exception {
    Path own =
        Files.writeString(
            temp.resolve("models.json"),
            """
            {"models": [{"provider": "runway", "model": "gen4.5", "modality": "video",
              "tiers": {"720p": "1280:720"}, "durations": [5], "ratios": ["16:9"],
              "forced": true, "evidence": "2026-11-01"}]}
            """);
    List<Finding> found =
        look(
            Optional.empty(),
            "VIDEO_SERVICE",
            "runway",
            "VIDEO_MODEL",
            "gen4.5",
            "MINER_MODEL_CATALOG",
            own.toString());
    assertThat(found.getFirst())
        .isInstanceOfSatisfying(
            Finding.Warning.class,
            warning -> assertThat(warning.what()).contains("does not sign, and was forced"));
  }

  @Test
  void aListThatCannotBeReadIsNoVerdict() {
    provider.on(IMAGES, 500, "{}");
    assertThat(look(router, "IMAGE_SERVICE", "openrouter").getFirst())
        .isInstanceOfSatisfying(
            Finding.Warning.class,
            warning -> assertThat(warning.what()).contains("could not be read"));
    assertThat(look(Optional.empty(), "IMAGE_SERVICE", "stabilityai").getFirst().what())
        .contains("sd3.5-medium", "publishes no list", "Stability AI Ltd");
  }

  @Test
  void whatAnAuditFoundCountsMoreThanANote() {
    provider.on("/v1/models", 200, "{\"data\":[{\"id\":\"gpt-image-2\"}]}");
    Optional<ModelDirectory> openAi = Optional.of(new OpenAiModels(http));
    assertThat(
            look(openAi, asked -> audit(asked, Evidence.Verdict.PASSED), "IMAGE_SERVICE", "openai"))
        .hasOnlyElementsOfType(Finding.Ok.class);
    assertThat(
            look(openAi, asked -> audit(asked, Evidence.Verdict.REFUSED), "IMAGE_SERVICE", "openai")
                .getFirst())
        .isEqualTo(
            new Finding.Warning(
                "the sample of gpt-image-2 of 2026-11-20 was refused (no trusted issuer)",
                "what validators reject costs, and earns nothing",
                "use another model"));
  }

  private static Optional<Evidence> audit(AuditedModel model, Evidence.Verdict verdict) {
    return Optional.of(
        new Evidence(
            model,
            Instant.parse("2026-11-20T10:00:00Z"),
            verdict,
            "1K",
            Optional.empty(),
            Optional.empty(),
            verdict == Evidence.Verdict.PASSED
                ? Optional.empty()
                : Optional.of(
                    new Evidence.Problem("no trusted issuer", "provider", "use another model")),
            Map.of(),
            List.of()));
  }

  private static List<Finding> look(Optional<ModelDirectory> directory, String... settings) {
    return look(directory, _ -> Optional.empty(), settings);
  }

  private static List<Finding> look(
      Optional<ModelDirectory> directory,
      Function<AuditedModel, Optional<Evidence>> audits,
      String... settings) {
    Map<String, String> flags = new LinkedHashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      flags.put(settings[i], settings[i + 1]);
    }
    for (String provider : new String[] {"OPENAI", "OPEN_ROUTER", "STABILITY", "RUNWAYML"}) {
      flags.put(provider + "_API_KEY", "k");
    }
    ServedModels models =
        switch (ServedModels.of(
            ConfigLoader.examine(flags, Map.of(), Optional.empty(), Path.of("/"))
                .config()
                .services())) {
          case ServedModels.Reading.Read(ServedModels read) -> read;
          case ServedModels.Reading.Problems(List<String> problems) ->
              throw new AssertionError(problems);
        };
    return new ModelCheck(
            models, models.choices().getFirst(), directory, audits, Duration.ofSeconds(30), CLOCK)
        .look();
  }
}
