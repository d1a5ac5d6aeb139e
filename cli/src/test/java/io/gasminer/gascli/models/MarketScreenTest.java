package io.gasminer.gascli.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.paper.Paper;
import io.gasminer.miner.audit.AuditedModel;
import io.gasminer.miner.audit.Evidence;
import io.gasminer.miner.config.ConfigLoader;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.generation.ModelCatalog;
import io.gasminer.miner.task.Modality;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What stands on the screen on a certain day. {@code -Dgasminer.golden=write} writes the screens
 * anew.
 */
class MarketScreenTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final Map<String, String> KEYS =
      Map.of("OPEN_ROUTER_API_KEY", "k", "STABILITY_API_KEY", "k");

  @TempDir private Path temp;

  @ParameterizedTest
  @ValueSource(ints = {80, 110})
  void theListOfModelsFitsItsPaper(int width) throws IOException {
    Market market = market(KEYS);
    check("models-" + width + ".txt", width, list(market, market.offers(), width));
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 110})
  void aModelInUseThatIsNotPaidForIsToldAndEarnsNothing(int width) throws IOException {
    Market market = market(KEYS);
    check(
        "models-refused-" + width + ".txt",
        width,
        list(market, withEvidence(market, refused()), width));
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 110})
  void thePageOfAModelTellsAllOfIt(int width) throws IOException {
    Market market = market(KEYS);
    StringWriter text = new StringWriter();
    Offer veo = inUse(withEvidence(market, refused()));
    new ModelPage(new PrintWriter(text), new Paper(width, false, true), market)
        .print(veo, new MarketWarnings(market).of(veo));
    check("model-" + width + ".txt", width, text.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 110})
  void thePlanOfAnAuditTellsEachPriceAndWhatIsLeftOut(int width) throws IOException {
    Path rows =
        Files.writeString(
            temp.resolve("rows.json"),
            """
            [{"provider":"openrouter","model":"google/veo-3.1-lite","modality":"video",
              "tiers":{"720p":"720p","1080p":"1080p"},"durations":[4,6],"ratios":["16:9"],
              "priceUsd":0.05,"signer":"Google LLC","evidence":"2026-11-24"}]
            """);
    Map<String, String> flags = new LinkedHashMap<>(KEYS);
    flags.put("MINER_MODEL_CATALOG", rows.toString());
    Market market = market(flags);
    List<Offer> offers = new ArrayList<>();
    for (String name : List.of("veo-3.1-lite", "ultra", "sd3.5-medium", "core", "gpt-image-2")) {
      offers.add(market.named(name, Optional.empty()).getFirst());
    }
    AuditPlan plan =
        AuditPlan.of(
            offers,
            market,
            new AuditPlan.Bounds(
                Optional.empty(), new BigDecimal("0.30"), Optional.empty(), false));
    assertThat(plan.total()).isEqualByComparingTo("0.28");
    StringWriter text = new StringWriter();
    new AuditText(new PrintWriter(text), new Paper(width, false, true))
        .plan(plan, new BigDecimal("0.30"));
    check("audit-plan-" + width + ".txt", width, text.toString());
  }

  @Test
  void onAPaperTooNarrowForATableEveryTierSaysWhoseItIs() {
    Market market = market(KEYS);
    String screen = list(market, market.offers(), 60);
    assertThat(screen.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(61));
    assertThat(screen.lines().filter(line -> line.matches("MODEL +google/veo-3.1-lite")))
        .hasSize(2);
  }

  @Test
  void aServiceWithoutAKeyIsGreyAndSoIsItsMark() {
    Market market = market(KEYS);
    StringWriter text = new StringWriter();
    new MarketText(new PrintWriter(text), new Paper(110, true, true))
        .print(market.offers(), 0, List.of());
    assertThat(text.toString().lines().filter(line -> line.contains("veo3.1_fast")))
        .singleElement()
        .asString()
        .contains("\u001b[2mveo3.1_fast\u001b[0m");
    assertThat(text.toString().lines().filter(line -> line.contains("sd3.5-large")))
        .singleElement()
        .asString()
        .doesNotContain("\u001b[2m");
  }

  @Test
  void whatAStrangerWroteReachesNoTerminalWithItsControls() {
    Market market = market(KEYS);
    String screen = list(market, withEvidence(market, refused()), 80);
    StringWriter page = new StringWriter();
    Offer veo = inUse(withEvidence(market, refused()));
    new ModelPage(new PrintWriter(page), new Paper(80, false, true), market)
        .print(veo, new MarketWarnings(market).of(veo));
    assertThat((screen + page).codePoints())
        .allMatch(
            point ->
                point == '\n'
                    || (!Character.isISOControl(point)
                        && Character.getType(point) != Character.FORMAT));
  }

  @Test
  void eachOrderPutsTheBestFirstAndWhatIsNotKnownLast() {
    List<Offer> offers = market(KEYS).offers();
    assertThat(OfferOrder.PRICE.sorted(offers).stream().map(offer -> offer.card().model()))
        .startsWith("sandbox-image", "sandbox-video", "sd3.5-medium", "ultra");
    assertThat(OfferOrder.VALUE.sorted(offers).stream().map(offer -> offer.card().model()))
        .startsWith("sd3.5-medium", "ultra");
    assertThat(OfferOrder.REWARD.sorted(offers).getFirst().card().model()).contains("seedance");
    assertThat(OfferOrder.SEEN.sorted(offers).getLast().card().model()).isEqualTo("gen4.5");
    assertThat(OfferOrder.SERVICE.sorted(offers)).isEqualTo(offers);
  }

  private static String list(Market market, List<Offer> offers, int width) {
    List<Offer> shown = offers.stream().filter(Offer::ordinary).toList();
    StringWriter text = new StringWriter();
    new MarketText(new PrintWriter(text), new Paper(width, false, true))
        .print(shown, offers.size() - shown.size(), new MarketWarnings(market).all(offers));
    return text.toString();
  }

  private Market market(Map<String, String> flags) {
    List<String> problems = new ArrayList<>();
    Map<String, String> all = new LinkedHashMap<>(flags);
    all.put("MINER_STATE_DIR", temp.resolve("state").toString());
    MinerConfig.Making making =
        ConfigLoader.making(all, Map.of(), Optional.empty(), temp, problems);
    assertThat(problems).isEmpty();
    assertThat(ModelCatalog.load(making.services().catalog()))
        .isInstanceOf(ModelCatalog.Outcome.Loaded.class);
    ModelCatalog catalog =
        ((ModelCatalog.Outcome.Loaded) ModelCatalog.load(making.services().catalog())).catalog();
    return new Market(catalog, making, InstantSource.fixed(NOW));
  }

  private static Offer inUse(List<Offer> offers) {
    return offers.stream()
        .filter(offer -> offer.chosen() && offer.card().modality() == Modality.VIDEO)
        .findFirst()
        .orElseThrow();
  }

  /** The offers, where the video model in use has that evidence. */
  private static List<Offer> withEvidence(Market market, Evidence evidence) {
    return market.offers().stream()
        .map(
            offer ->
                AuditedModel.of(offer.card()).equals(evidence.model())
                    ? market.offer(offer.row(), Optional.of(evidence))
                    : offer)
        .toList();
  }

  private static Evidence refused() {
    return new Evidence(
        new AuditedModel("openrouter", Modality.VIDEO, "google/veo-3.1-lite"),
        NOW,
        Evidence.Verdict.REFUSED,
        "720p",
        Optional.of(new BigDecimal("0.4")),
        Optional.of(
            new Evidence.Made(
                "x.mp4",
                "video/mp4",
                5,
                Optional.of("1280x720"),
                Optional.of("720p"),
                Optional.of(Duration.ofMillis(61_234)))),
        Optional.of(
            new Evidence.Problem(
                "Certificate issuer not from trusted CA: Evil\u001b[2J\u202e\nInc.",
                "the validators' list, which lacks this signer",
                "Choose another model.")),
        Map.of("c2pa_signer", "Evil\u001b[31m Inc."),
        List.of("no_ai_source", "odd\u0007"));
  }

  private static void check(String name, int width, String text) throws IOException {
    assertThat(text.lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    if (System.getProperty("gasminer.golden", "").equals("write")) {
      Files.writeString(
          Files.createDirectories(
                  Path.of("src", "test", "resources", "io", "gasminer", "gascli", "models"))
              .resolve(name),
          text);
    }
    try (InputStream golden = MarketScreenTest.class.getResourceAsStream(name)) {
      assertThat(golden).as(name).isNotNull();
      assertThat(text)
          .isEqualToNormalizingNewlines(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
