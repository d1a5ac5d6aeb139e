package io.gasminer.miner.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.events.ProviderEvents;
import io.gasminer.miner.generation.http.Surroundings;
import io.gasminer.miner.generation.openai.OpenAiProvider;
import io.gasminer.miner.generation.openrouter.OpenRouterProvider;
import io.gasminer.miner.generation.runway.RunwayProvider;
import io.gasminer.miner.generation.stability.StabilityProvider;
import io.gasminer.miner.generation.standin.Reply;
import io.gasminer.miner.generation.standin.StandIn;
import io.gasminer.miner.generation.standin.Workshop;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.Task;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PlannerTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private final StandIn vendor = new StandIn();
  private final Workshop workshop = new Workshop();
  private final GenerationProvider openRouter =
      new OpenRouterProvider(vendor.base(), Workshop.KEY, workshop.around());
  private final GenerationProvider runway =
      new RunwayProvider(vendor.base(), Workshop.KEY, workshop.around());

  @AfterEach
  void close() {
    vendor.close();
  }

  @TestFactory
  Stream<DynamicTest> everyTierOfEveryModelReachesTheRequestsBody() {
    Surroundings around = workshop.around();
    URI base = vendor.base();
    return Stream.of(
            new OpenAiProvider(base, Workshop.KEY, around),
            openRouter,
            new StabilityProvider(base, Workshop.KEY, around, new Random(1)),
            runway)
        .flatMap(
            provider ->
                provider.modalities().stream()
                    .flatMap(modality -> cards(provider, modality))
                    .flatMap(
                        card ->
                            card.tiers().keySet().stream()
                                .map(tier -> reaching(provider, card, tier))));
  }

  private DynamicTest reaching(GenerationProvider provider, ModelCard card, String tier) {
    return DynamicTest.dynamicTest(
        card.model() + " " + tier,
        () -> {
          try (StandIn own = new StandIn()) {
            GenerationProvider there =
                switch (provider.name()) {
                  case "openai" -> new OpenAiProvider(own.base(), Workshop.KEY, workshop.around());
                  case "openrouter" ->
                      new OpenRouterProvider(own.base(), Workshop.KEY, workshop.around());
                  case "runway" -> new RunwayProvider(own.base(), Workshop.KEY, workshop.around());
                  default ->
                      new StabilityProvider(
                          own.base(), Workshop.KEY, workshop.around(), new Random(1));
                };
            own.on("POST", "/", Reply.json(500, "{}"));
            GenerationRequest request =
                workshop.request(
                    there,
                    card.modality(),
                    card.model(),
                    Map.of("resolution", tier.toLowerCase(java.util.Locale.ROOT)));
            assertThat(request.tier()).isEqualTo(tier);
            there.submit(request, workshop.in(Duration.ofMinutes(1)));
            if (!provider.name().equals("stabilityai")) {
              assertThat(own.asked().getFirst().text())
                  .contains("\"" + card.tiers().get(tier) + "\"")
                  .contains("\"" + card.model() + "\"");
            }
          }
        });
  }

  private static Stream<ModelCard> cards(GenerationProvider provider, Modality modality) {
    return ModelCatalog.builtIn().rows().stream()
        .filter(CatalogRow::mayServe)
        .map(CatalogRow::card)
        .filter(card -> card.provider().equals(provider.name()) && card.modality() == modality)
        .filter(card -> !card.isFamily());
  }

  @Test
  void aTierBelowWhatAModelMakesBecomesItsLowest() {
    assertThat(planned(runway, Modality.VIDEO, "veo3.1", Map.of("resolution", "480p")).tier())
        .isEqualTo("720p");
  }

  @Test
  void aTierAboveWhatAModelMakesBecomesItsHighest() {
    assertThat(
            planned(
                    openRouter,
                    Modality.VIDEO,
                    "bytedance/seedance-2.0-fast",
                    Map.of("resolution", "1080p"))
                .tier())
        .isEqualTo("720p");
  }

  @Test
  void aTierMayBeWrittenInManyWaysOrNotAtAll() {
    Map<String, String> meant =
        Map.of("1080", "1080p", "1920x1080", "1080p", "FHD", "1080p", "4k", "4K", "odd", "720p");
    meant.forEach(
        (written, tier) ->
            assertThat(
                    planned(
                            openRouter,
                            Modality.VIDEO,
                            "google/veo-3.1",
                            Map.of("resolution", written))
                        .tier())
                .as(written)
                .isEqualTo(tier));
    assertThat(
            planned(
                    openRouter,
                    Modality.IMAGE,
                    "google/gemini-3-pro-image",
                    Map.of("width", 2048, "height", 2048))
                .tier())
        .isEqualTo("2K");
    assertThat(planned(openRouter, Modality.IMAGE, "google/gemini-3-pro-image", Map.of()).tier())
        .isEqualTo("1K");
  }

  @Test
  void parametersBecomeTheNearestThatTheModelTakes() {
    assertThat(
            planned(
                    runway,
                    Modality.VIDEO,
                    "seedance2",
                    Map.of(
                        "resolution", "1080p",
                        "width", 700,
                        "height", 1300,
                        "duration", 4.4,
                        "seed", "77",
                        "generate_audio", "true",
                        "quality", "odd"))
                .parameters())
        .containsOnly(
            Map.entry("ratio", "9:16"),
            Map.entry("size", "1080:1920"),
            Map.entry("duration", 4),
            Map.entry("seed", 77L),
            Map.entry("audio", true));
  }

  @Test
  void soundAndLengthAreNotPaidForUnlessAskedFor() {
    assertThat(planned(runway, Modality.VIDEO, "veo3.1", Map.of()).parameters())
        .containsEntry("audio", false)
        .containsEntry("duration", 4);
  }

  @Test
  void nonsenseNeverStopsAPlan() {
    List<Object> nonsense =
        List.of(
            "", "\u0000", -1, 1e300, Double.NaN, true, List.of(1), Map.of("a", 1), "9".repeat(99));
    Random random = new Random(20261124);
    List<String> keys =
        List.of(
            "model",
            "width",
            "height",
            "quality",
            "aspect_ratio",
            "ratio",
            "duration",
            "seconds",
            "seed",
            "negative_prompt",
            "format",
            "audio",
            "size",
            "resolution",
            "timeout");
    for (int round = 0; round < 2_000; round++) {
      Map<String, Object> asked = new java.util.HashMap<>();
      for (String key : keys) {
        asked.put(key, nonsense.get(random.nextInt(nonsense.size())));
      }
      assertThat(planned(openRouter, Modality.VIDEO, "google/veo-3.1", asked).parameters())
          .containsEntry("ratio", "16:9");
    }
  }

  @Test
  void theCallersModelServesWhenItSigns() {
    assertThat(model(Map.of("model", "google/veo-3.1"), Set.of())).isEqualTo("google/veo-3.1");
    assertThat(model(Map.of("model", "kwaivgi/kling-3"), Set.of()))
        .isEqualTo("google/veo-3.1-lite");
    assertThat(model(Map.of("model", "no/such"), Set.of())).isEqualTo("google/veo-3.1-lite");
  }

  @Test
  void aModelThatFailedTheTaskGivesWayToOneThatReachesTheTier() {
    assertThat(model(Map.of("resolution", "1080p"), Set.of("google/veo-3.1-lite")))
        .isEqualTo("google/veo-3.1-fast");
    assertThat(
            model(
                Map.of("resolution", "1080p"),
                Set.of("google/veo-3.1-lite", "google/veo-3.1-fast", "google/veo-3.1")))
        .isEqualTo("bytedance/seedance-2.0");
  }

  @Test
  void aTaskThatEveryModelFailedIsImpossible() {
    Set<String> all =
        Set.copyOf(
            ModelCatalog.builtIn().able("openrouter", Modality.VIDEO, TODAY).stream()
                .map(row -> row.card().model())
                .toList());
    assertThat(plan(Map.of(), all))
        .isInstanceOfSatisfying(
            PlanOutcome.Impossible.class,
            impossible -> assertThat(impossible.reason()).contains("google/veo-3.1-lite"));
  }

  @Test
  void aModalityThatNobodyMakesIsImpossible() {
    assertThat(
            workshop
                .planner(openRouter, Modality.VIDEO, Optional.empty())
                .plan(workshop.task(Modality.IMAGE, Map.of()), Set.of()))
        .isInstanceOf(PlanOutcome.Impossible.class);
  }

  @Test
  void aProviderThatIsLeftAloneIsNotPlannedFor() {
    Breaker breaker =
        new Breaker(openRouter, "OPEN_ROUTER_API_KEY", workshop, new ProviderEvents());
    vendor.on("POST", "/v1/videos", Reply.json(429, "{}").with("Retry-After", "30"));
    GenerationPlanner planner = workshop.planner(breaker, Modality.VIDEO, Optional.empty());
    Task task = workshop.task(Modality.VIDEO, Map.of());
    if (planner.plan(task, Set.of()) instanceof PlanOutcome.Planned planned) {
      planned.provider().submit(planned.request(), workshop.in(Duration.ofMinutes(1)));
    }
    assertThat(planner.plan(task, Set.of()))
        .isInstanceOfSatisfying(
            PlanOutcome.NotNow.class, notNow -> assertThat(notNow.retryAfter()).hasSeconds(30));
  }

  @Test
  void aPromptThatIsTooLongForTheModelIsCutBetweenCharacters() {
    Task task =
        Task.accepted(
            workshop.task(Modality.VIDEO, Map.of()).id(),
            Modality.VIDEO,
            "x".repeat(999) + "🌊 and more",
            Map.of(),
            "",
            "",
            workshop.instant());
    assertThat(workshop.planner(runway, Modality.VIDEO, Optional.empty()).plan(task, Set.of()))
        .isInstanceOfSatisfying(
            PlanOutcome.Planned.class,
            planned -> assertThat(planned.request().prompt()).isEqualTo("x".repeat(999)));
  }

  private GenerationRequest planned(
      GenerationProvider provider, Modality modality, String model, Map<String, Object> asked) {
    return workshop.request(provider, modality, model, asked);
  }

  private String model(Map<String, Object> asked, Set<String> ruledOut) {
    return plan(asked, ruledOut) instanceof PlanOutcome.Planned planned
        ? planned.request().model().model()
        : "none";
  }

  private PlanOutcome plan(Map<String, Object> asked, Set<String> ruledOut) {
    return workshop
        .planner(openRouter, Modality.VIDEO, Optional.empty())
        .plan(workshop.task(Modality.VIDEO, asked), ruledOut);
  }

  @Test
  void theFirstChoiceIsTheModelThatIsPlannedForWhetherOrNotItsProviderIsThere() {
    ModelCatalog catalog = ModelCatalog.builtIn();
    Map<Modality, Planner.Assignment> assigned =
        Map.of(Modality.VIDEO, new Planner.Assignment("runway", Optional.of("seedance2")));
    Planner alone = new Planner(catalog, assigned, Map.of(), workshop);
    Planner served = new Planner(catalog, assigned, Map.of("runway", runway), workshop);
    for (String tier : List.of("480p", "720p", "1080p")) {
      Map<String, Object> asked = Map.of("resolution", tier);
      assertThat(served.plan(workshop.task(Modality.VIDEO, asked), Set.of()))
          .isInstanceOfSatisfying(
              PlanOutcome.Planned.class,
              planned ->
                  assertThat(alone.firstChoice(Modality.VIDEO, asked))
                      .contains(planned.request().model()));
    }
    assertThat(alone.firstChoice(Modality.IMAGE, Map.of())).isEmpty();
  }
}
