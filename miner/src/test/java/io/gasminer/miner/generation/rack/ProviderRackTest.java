package io.gasminer.miner.generation.rack;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.config.Secret;
import io.gasminer.miner.generation.PlanOutcome;
import io.gasminer.miner.generation.sandbox.SandboxProvider;
import io.gasminer.miner.generation.standin.Reply;
import io.gasminer.miner.generation.standin.StandIn;
import io.gasminer.miner.generation.standin.Workshop;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.Pause;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderRackTest {
  private static final Optional<String> NONE = Optional.empty();

  @TempDir private Path folder;

  private final StandIn vendor = new StandIn();
  private final Workshop workshop = new Workshop();

  @AfterEach
  void close() {
    vendor.close();
  }

  @Test
  void whatIsChosenIsShownInTheFieldsWords() {
    ProviderRack rack = filled(Optional.of("openai"), Optional.of("openrouter"), NONE, NONE);
    assertThat(rack.board().services())
        .extracting("name")
        .containsExactly("OpenAIService", "OpenRouterService");
    assertThat(rack.board().services().getFirst().tasks())
        .containsExactly(Map.entry(Modality.IMAGE, List.of("image_generation")));
    assertThat(rack.board().services().getLast().tasks())
        .containsExactly(Map.entry(Modality.VIDEO, List.of("video_generation")));
    assertThat(rack.board().canServe(Modality.VIDEO)).isTrue();
  }

  @Test
  void theChosenServiceIsPlannedForAndTheOthersCanFinishTheirJobs() {
    ProviderRack rack = filled(Optional.of("stabilityai"), Optional.of("runway"), NONE, NONE);
    assertThat(rack.planner().plan(workshop.task(Modality.VIDEO, Map.of()), Set.of()))
        .isInstanceOfSatisfying(
            PlanOutcome.Planned.class,
            planned -> {
              assertThat(planned.provider().name()).isEqualTo("runway");
              assertThat(planned.request().model().model()).isEqualTo("veo3.1");
            });
    assertThat(rack.planner().provider("openrouter")).isPresent();
    assertThat(rack.planner().provider("nobody")).isEmpty();
    assertThat(rack.modelFor(Modality.IMAGE)).contains("sd3.5-medium");
  }

  @Test
  void aModelThatIsUnknownOrDoesNotSignIsRefusedWithWhatToUse() {
    assertThat(problems(NONE, Optional.of("openrouter"), NONE, Optional.of("kwaivgi/kling-3")))
        .singleElement()
        .asString()
        .contains("VIDEO_MODEL", "carries no C2PA manifest", "use google/veo-3.1-lite");
    assertThat(problems(Optional.of("openai"), NONE, Optional.of("gpt-image-9"), NONE))
        .singleElement()
        .asString()
        .contains("IMAGE_MODEL", "does not know", "use gpt-image-2");
    assertThat(problems(Optional.of("openai"), NONE, Optional.of("gpt-image-2.5-*"), NONE))
        .hasSize(1);
  }

  @Test
  void aModelThatHasEndedStaysSelectableWithAWarning() {
    ProviderRack rack = filled(Optional.of("openai"), NONE, Optional.of("dall-e-3"), NONE);
    assertThat(rack.notes())
        .anySatisfy(
            note -> assertThat(note).contains("was shut down on 2026-05-12", "use gpt-image-2"));
    assertThat(rack.modelFor(Modality.IMAGE)).contains("dall-e-3");
    assertThat(filled(Optional.of("openai"), NONE, Optional.of("gpt-image-1.5"), NONE).notes())
        .anySatisfy(note -> assertThat(note).contains("ends on 2026-12-01"));
  }

  @Test
  void aServiceThatNobodyBroughtIsAProblem() {
    assertThat(problems(Optional.of("sandbox"), NONE, NONE, NONE))
        .singleElement()
        .asString()
        .contains("IMAGE_SERVICE=sandbox");
  }

  @Test
  void theSandboxBringsItsModels() throws IOException {
    ProviderRack.Outcome outcome =
        ProviderRack.fill(
            services(Workshop.KEY, Optional.of("sandbox"), Optional.of("sandbox"), NONE, NONE),
            List.of(
                SandboxProvider.open(
                    folder,
                    new SandboxProvider.Conduct(Duration.ZERO, 0),
                    workshop,
                    new Random(1),
                    Pause.real())),
            workshop.around(),
            new Random(1));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            ProviderRack.Outcome.Filled.class,
            filled -> {
              assertThat(filled.rack().board().services())
                  .extracting("name")
                  .containsExactly("SandboxService");
              assertThat(filled.rack().modelFor(Modality.VIDEO)).contains("sandbox-video");
              assertThat(
                      filled
                          .rack()
                          .planner()
                          .plan(
                              workshop.task(Modality.IMAGE, Map.of("resolution", "4K")), Set.of()))
                  .isInstanceOfSatisfying(
                      PlanOutcome.Planned.class,
                      planned -> assertThat(planned.request().tier()).isEqualTo("4K"));
            });
  }

  @Test
  void aKeyThatCannotBeSentIsNamedAndNotShown() {
    MinerConfig.Services services =
        services(new Secret("sk-x\nInjected: y"), Optional.of("openai"), NONE, NONE, NONE);
    ProviderRack.Outcome outcome =
        ProviderRack.fill(services, List.of(), workshop.around(), new Random(1));
    assertThat(outcome.toString()).contains("OPENAI_API_KEY").doesNotContain("Injected");
  }

  @Test
  void theVendorsListsTellWhatIsNoLongerServed() {
    vendor.on(
        "GET",
        "/v1/models",
        Reply.json(200, "{\"data\":[{\"id\":\"gpt-image-2\",\"shutdown_date\":\"2026-12-10\"}]}"));
    vendor.on("GET", "/v1/videos/models", Reply.json(200, "{\"data\":[{\"id\":\"other/one\"}]}"));
    assertThat(
            filled(Optional.of("openai"), Optional.of("openrouter"), NONE, NONE).checkModelLists())
        .hasSize(2)
        .anySatisfy(note -> assertThat(note).contains("gpt-image-2", "2026-12-10"))
        .anySatisfy(note -> assertThat(note).contains("does not list google/veo-3.1-lite"));
  }

  @Test
  void aListThatCannotBeReadIsNoVerdict() {
    vendor.on("GET", "/v1/models", Reply.json(500, "{}"));
    assertThat(filled(Optional.of("openai"), NONE, NONE, NONE).checkModelLists())
        .singleElement()
        .asString()
        .contains("could not be read");
    vendor.on("GET", "/v1/models", Reply.json(200, "{\"data\":[{\"id\":\"gpt-image-2\"}]}"));
    assertThat(filled(Optional.of("openai"), NONE, NONE, NONE).checkModelLists()).isEmpty();
  }

  private ProviderRack filled(
      Optional<String> image,
      Optional<String> video,
      Optional<String> imageModel,
      Optional<String> videoModel) {
    if (fill(image, video, imageModel, videoModel)
        instanceof ProviderRack.Outcome.Filled(ProviderRack rack)) {
      return rack;
    }
    throw new AssertionError(fill(image, video, imageModel, videoModel).toString());
  }

  private List<String> problems(
      Optional<String> image,
      Optional<String> video,
      Optional<String> imageModel,
      Optional<String> videoModel) {
    return fill(image, video, imageModel, videoModel)
            instanceof ProviderRack.Outcome.Problems(List<String> problems)
        ? problems
        : List.of();
  }

  private ProviderRack.Outcome fill(
      Optional<String> image,
      Optional<String> video,
      Optional<String> imageModel,
      Optional<String> videoModel) {
    return ProviderRack.fill(
        services(Workshop.KEY, image, video, imageModel, videoModel),
        List.of(),
        workshop.around(),
        new Random(1));
  }

  private MinerConfig.Services services(
      Secret key,
      Optional<String> image,
      Optional<String> video,
      Optional<String> imageModel,
      Optional<String> videoModel) {
    Optional<Secret> sure = Optional.of(Workshop.KEY);
    return new MinerConfig.Services(
        image,
        video,
        imageModel,
        videoModel,
        Optional.empty(),
        Optional.of(key),
        sure,
        sure,
        sure,
        vendor.base(),
        vendor.base(),
        vendor.base(),
        vendor.base(),
        Duration.ZERO,
        0);
  }
}
