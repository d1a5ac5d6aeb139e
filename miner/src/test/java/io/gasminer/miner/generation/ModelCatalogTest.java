package io.gasminer.miner.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.task.Modality;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCatalogTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @TempDir private Path folder;

  private final ModelCatalog catalog = ModelCatalog.builtIn();

  @Test
  void everyServiceHasAModelThatIsServedToday() {
    assertThat(standard("openai", Modality.IMAGE, TODAY)).contains("gpt-image-2");
    assertThat(standard("openrouter", Modality.IMAGE, TODAY)).contains("google/gemini-3-pro-image");
    assertThat(standard("openrouter", Modality.VIDEO, TODAY)).contains("google/veo-3.1-lite");
    assertThat(standard("stabilityai", Modality.IMAGE, TODAY)).contains("sd3.5-medium");
    assertThat(standard("runway", Modality.VIDEO, TODAY)).contains("veo3.1");
    assertThat(standard("openai", Modality.VIDEO, TODAY)).isEmpty();
  }

  @Test
  void aModelIsOverOnTheDayOfItsEnd() {
    ModelCard card = catalog.find("openai", Modality.IMAGE, "dall-e-3").orElseThrow().card();
    assertThat(card.endedBy(LocalDate.of(2026, 5, 11))).isFalse();
    assertThat(card.endedBy(LocalDate.of(2026, 5, 12))).isTrue();
  }

  @Test
  void aDefaultThatHasEndedGivesWayToTheNextThatSigns() throws IOException {
    ModelCatalog later =
        loaded(
            """
            [{"provider":"openai","model":"gpt-image-2","modality":"image","tiers":{"1K":"1024x1024"},
              "signer":"OpenAI","evidence":"2026-11-24","endsOn":"2026-12-01","standard":true},
             {"provider":"openai","model":"gpt-image-3","modality":"image","tiers":{"1K":"1024x1024"},
              "signer":"OpenAI","evidence":"2026-11-24"}]
            """);
    assertThat(later.standard("openai", Modality.IMAGE, TODAY).map(ModelCard::model))
        .contains("gpt-image-2");
    assertThat(later.standard("openai", Modality.IMAGE, TODAY.plusDays(7)).map(ModelCard::model))
        .contains("gpt-image-3");
  }

  @Test
  void whatDoesNotSignMayNotServeAndSaysWhy() {
    for (String model :
        List.of(
            "kwaivgi/kling-v3",
            "minimax/hailuo-02",
            "alibaba/wan-2.5",
            "bytedance/seedance-1-5-pro",
            "openai/sora-2-pro")) {
      CatalogRow row = catalog.find("openrouter", Modality.VIDEO, model).orElseThrow();
      assertThat(row.mayServe()).as(model).isFalse();
      assertThat(row.card().note()).as(model).isPresent();
      assertThat(row.card().model()).isEqualTo(model);
    }
    assertThat(catalog.find("runway", Modality.VIDEO, "gen4.5").orElseThrow().mayServe()).isFalse();
  }

  @Test
  void aFamilysRowStandsForItsMembersOnly() {
    assertThat(catalog.find("openai", Modality.IMAGE, "gpt-image-2.5-flash"))
        .hasValueSatisfying(row -> assertThat(row.mayServe()).isTrue());
    assertThat(catalog.find("openai", Modality.IMAGE, "gpt-image-3")).isEmpty();
    assertThat(catalog.find("openai", Modality.IMAGE, "gpt-image-2.5-\r\nX: y")).isEmpty();
    assertThat(catalog.find("openai", Modality.VIDEO, "gpt-image-2")).isEmpty();
  }

  @Test
  void theOperatorsRowReplacesOursWhole() throws IOException {
    ModelCatalog own =
        loaded(
            """
            {"models":[{"provider":"runway","model":"gen4.5","modality":"video",
              "tiers":{"720p":"1280:720"},"durations":[5],"ratios":["16:9"],
              "evidence":"2026-11-24","forced":true}]}
            """);
    CatalogRow row = own.find("runway", Modality.VIDEO, "gen4.5").orElseThrow();
    assertThat(row.mayServe()).isTrue();
    assertThat(row.card().durations()).containsExactly(5);
    assertThat(own.rows()).hasSameSizeAs(catalog.rows());
  }

  @Test
  void theExampleInTheDocumentationIsACatalogue() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "providers.md"));
    int start = page.indexOf("```json") + "```json".length();
    ModelCatalog documented = loaded(page.substring(start, page.indexOf("```", start)));
    assertThat(documented.find("runway", Modality.VIDEO, "gen4.5").orElseThrow().forced()).isTrue();
  }

  @Test
  void everyRowSaysHowItIsKnownAndEveryVideoThatServesIsOnAPriceList() {
    assertThat(catalog.rows())
        .allSatisfy(row -> assertThat(row.terms().source()).contains("documented"));
    assertThat(catalog.rows())
        .filteredOn(row -> row.card().modality() == Modality.VIDEO)
        .filteredOn(row -> row.mayServe() && !row.card().endedBy(TODAY))
        .hasSizeGreaterThan(5)
        .allSatisfy(row -> assertThat(row.terms().pricedAs()).as(row.toString()).isPresent());
  }

  @Test
  void pricesAreReckonedExactlyAndATiersOwnPriceWins() throws IOException {
    CatalogRow row =
        loaded(
                """
                [{"provider":"runway","model":"veo9","modality":"video","durations":[4,6],
                  "tiers":{"720p":"1280:720","1080p":"1920:1080"},"signer":"Google LLC",
                  "priceUsd":0.1,"tierPricesUsd":{"1080p":0.233},"pricedAs":"veo",
                  "source":"invoice of November","evidence":"2026-11-24"}]
                """)
            .find("runway", Modality.VIDEO, "veo9")
            .orElseThrow();
    assertThat(row.price("720p", 4)).contains(new BigDecimal("0.4"));
    assertThat(row.price("1080p", 6)).contains(new BigDecimal("1.398"));
    assertThat(row.terms().source()).contains("invoice of November");
    assertThat(catalog.find("stabilityai", Modality.IMAGE, "core").orElseThrow().price("1K", 1))
        .isEmpty();
  }

  @Test
  void aPriceListThatNobodyKnowsAndAPriceForNoTierAreFaults() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("m.json"),
            """
            [{"provider":"runway","model":"x","modality":"video","durations":[4],
              "tiers":{"720p":"1"},"pricedAs":"mine","tierPricesUsd":{"4K":1,"720p":"dear"},
              "evidence":"2026-11-24"}]
            """);
    assertThat(ModelCatalog.load(Optional.of(file)).toString())
        .contains("field 'pricedAs' is none of dreamina-seedance-2-0, ", ", veo")
        .contains("field 'tierPricesUsd.4K' is none of the row's tiers")
        .contains("field 'tierPricesUsd.720p' is no amount of US dollars");
  }

  @Test
  void everyFaultIsNamedWithRowAndField() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("m.json"),
            """
            [{"provider":"runway","model":"x","modality":"film","tiers":{"720p":7},
              "evidence":"yesterday","priceUsd":-1,"colour":"red","wire":{"promptLimit":"many"}},
             {"provider":"runway","model":"y","modality":"video","tiers":{"720p":"1"},
              "evidence":"2026-11-24","ratios":["wide"],"durations":[0],"seed":"yes"},
             5]
            """);
    assertThat(ModelCatalog.load(Optional.of(file)))
        .isInstanceOfSatisfying(
            ModelCatalog.Outcome.Problems.class,
            problems ->
                assertThat(String.join("\n", problems.problems()))
                    .contains("row 1 (x), field 'modality' is neither image nor video")
                    .contains("row 1 (x), field 'tiers.720p' is no text")
                    .contains("row 1 (x), field 'evidence' is 'yesterday'; write a day as")
                    .contains("row 1 (x), field 'priceUsd'")
                    .contains("row 1 (x), field 'colour' is no field of the catalogue")
                    .contains("row 1 (x), field 'wire.promptLimit'")
                    .contains("row 2 (y), field 'ratios'")
                    .contains("row 2 (y), field 'durations'")
                    .contains("row 2 (y), field 'seed'")
                    .contains("row 3 is no object"));
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws IOException {
    for (Map.Entry<String, String> broken :
        Map.of("{", "is not JSON", "{\"models\":1}", "holds no list").entrySet()) {
      Path file = Files.writeString(folder.resolve("m.json"), broken.getKey());
      assertThat(ModelCatalog.load(Optional.of(file)).toString()).contains(broken.getValue());
    }
    assertThat(ModelCatalog.load(Optional.of(folder.resolve("absent.json"))).toString())
        .contains("MINER_MODEL_CATALOG")
        .contains("cannot be read");
  }

  private ModelCatalog loaded(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("models.json"), text);
    if (ModelCatalog.load(Optional.of(file))
        instanceof ModelCatalog.Outcome.Loaded(ModelCatalog read)) {
      return read;
    }
    throw new AssertionError(ModelCatalog.load(Optional.of(file)).toString());
  }

  private Optional<String> standard(String provider, Modality modality, LocalDate day) {
    return catalog.standard(provider, modality, day).map(ModelCard::model);
  }
}
