package io.gasminer.gascli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.bittensor.wallet.HotkeyFile;
import io.gasminer.testkit.FreePort;
import io.gasminer.testkit.SelfSigned;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PerformanceCommandTest {
  private static final String ALICE = Hotkey.fromUri("//Alice").address().toString();
  private static final String BOB = Hotkey.fromUri("//Bob").address().toString();
  private static final String WHOLE =
      """
      {"verification": {"validator_count": 2, "aggregate_pass_rate": 0.934, "total_verified": 1152,
        "total_failed": 82, "total_evaluated": 1234, "by_validator": [
          {"validator_hotkey": "%s", "pass_rate": 0.95, "total_verified": 950, "total_failed": 50,
           "lookback_hours": 168},
          {"validator_hotkey": "%s", "pass_rate": null, "total_verified": 202}]},
       "fool_aggregate": {"fool_rate": 0.125, "total_samples": 800, "fooled_count": 100,
        "not_fooled_count": 700, "benchmark_run_count": 12}}
      """
          .formatted(ALICE, BOB);

  @TempDir private Path temp;
  private ApiStandIn api;
  private Path env;

  @BeforeEach
  void anApiAndAWallet() throws Exception {
    api = new ApiStandIn();
    hotkey("w", "h", "//Alice");
    env =
        Files.writeString(
            temp.resolve("x.env"),
            "BT_WALLET_PATH=%s/wallets\nBT_WALLET_NAME=w\nBT_WALLET_HOTKEY=h\nGAS_API_URL=%s\n"
                .formatted(temp, api.url()));
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void theQuestionIsSignedWithAnEmptyBodyForNobodyAndTheAnswerIsATable() {
    api.answers(200, WHOLE);
    Typed typed = perf();
    assertThat(typed.exitCode()).as(typed.err()).isZero();
    assertThat(api.queries()).containsExactly("lookback_days=7");
    assertThat(typed.out())
        .startsWith("Generative miner\n  " + ALICE)
        .contains("2 reporting", "93.4 %", "950", BOB.substring(0, 8), "12.5 %");
  }

  @Test
  void modalityDaysAndTheAliasAreTaken() {
    api.answers(200, WHOLE);
    Typed typed =
        Typed.gascli(
            "g",
            "perf",
            "--env-file",
            env.toString(),
            "--modality",
            "video",
            "--lookback-days",
            "1");
    assertThat(typed.exitCode()).as(typed.err()).isZero();
    assertThat(api.queries()).containsExactly("modality=video&lookback_days=1");
    assertThat(typed.out()).contains("Detectors fooled, last day, video");
    assertThat(Typed.gascli("generator", "--help").out()).contains("performance (perf)");
  }

  @Test
  void jsonIsTheApisOwnObject() {
    api.answers(200, WHOLE);
    JsonNode said = JsonMapper.shared().readTree(perf("--json").out());
    assertThat(said).isEqualTo(JsonMapper.shared().readTree(WHOLE));
  }

  @Test
  void anotherWalletSignsWhereItIsNamed() throws Exception {
    hotkey("other", "k", "//Bob");
    Typed typed = perf("--wallet-name", "other", "--wallet-hotkey", "k");
    assertThat(typed.exitCode()).as(typed.err()).isZero();
    assertThat(typed.out()).startsWith("Generative miner\n  " + BOB);
    Typed absent = perf("--wallet-name", "nobody");
    assertThat(absent.exitCode()).isEqualTo(2);
    assertThat(absent.err()).contains("wallets/nobody/hotkeys/h does not exist");
    assertThat(api.queries()).hasSize(1);
  }

  @Test
  void whatIsNotThereYetIsSaid() {
    api.answers(200, "{\"verification\": {\"validator_count\": 0}, \"fool_aggregate\": null}");
    Typed typed = perf();
    assertThat(typed.exitCode()).isZero();
    assertThat(typed.out()).contains("0 reporting", "pass rate   -", "Nothing yet:", "Next");
  }

  @Test
  void everyRefusalSaysWhatItMeansAndWhatToDo() {
    Map<Integer, String> expected =
        new TreeMap<>(
            Map.of(
                401, "2 clock",
                403, "2 registered",
                404, "1 nothing on this hotkey yet",
                422, "2 does not understand the question",
                429, "1 too often",
                418, "2 may not be the API",
                500, "1 trouble of its own",
                503, "1 trouble of its own",
                302, "2 not sent on"));
    List<String> wrong = new ArrayList<>();
    expected.forEach(
        (status, outcome) -> {
          api.answers(status, "{\"detail\": \"words of the server\"}");
          Typed typed = perf();
          boolean told =
              typed.exitCode() == outcome.charAt(0) - '0'
                  && typed.err().startsWith("Error: " + api.url() + ": ")
                  && typed.err().lines().count() == 1
                  && typed.err().contains(outcome.substring(2))
                  && typed.err().contains(Integer.toString(status))
                  && typed.err().contains("Next step: ")
                  && (status == 302 || typed.err().contains("words of the server"))
                  && typed.out().isEmpty();
          if (!told) {
            wrong.add(status + ": " + typed);
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void aRedirectIsNotFollowedWithTheSignature() throws Exception {
    try (ApiStandIn other = new ApiStandIn()) {
      api.with("Location", other.url() + "/api/v1/generator/performance");
      api.answers(307, "");
      Typed typed = perf();
      assertThat(typed.err()).contains(other.url(), "--api-url");
      assertThat(other.queries()).isEmpty();
    }
  }

  @Test
  void anAnswerThatIsNoneOfTheApisIsSaid() {
    api.answers(200, "<html>hello</html>");
    assertThat(perf().err()).contains("did not answer with JSON");
    api.answers(200, "[1, 2]");
    assertThat(perf().err()).contains("JSON that is no object");
    api.answers(200, "[".repeat(100_000));
    assertThat(perf().err()).contains("did not answer with JSON");
    api.answers(200, "{\"a\": \"" + "x".repeat(5_000_000) + "\"}");
    assertThat(perf().err()).contains("more than 4 MiB");
    api.answers(503, "<html>" + "x".repeat(100_000) + "</html>");
    assertThat(perf().err()).contains("trouble of its own (503)").doesNotContain("<html>");
  }

  @Test
  void whereNobodyAnswersTheReasonIsSaid() throws Exception {
    api.answersNothing();
    Typed late = perf("--timeout", "1");
    assertThat(late.exitCode()).isEqualTo(1);
    assertThat(late.err()).contains("did not answer in 1.0 s", "Next step");
    Typed closed = perf("--api-url", "http://127.0.0.1:" + FreePort.find());
    assertThat(closed.exitCode()).isEqualTo(1);
    assertThat(closed.err()).contains("nothing listens there", "--api-url");
    Typed unknown = perf("--api-url", "https://no-such-host.invalid");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.err()).contains("cannot be resolved", "Next step");
  }

  @Test
  void aServerForWhichNobodyVouchesIsToldNothing() throws Exception {
    HttpsServer stranger =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stranger.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.of("localhost", temp)));
    List<String> asked = new CopyOnWriteArrayList<>();
    stranger.createContext("/", exchange -> asked.add(exchange.getRequestURI().getPath()));
    stranger.start();
    try {
      Typed typed = perf("--api-url", "https://localhost:" + stranger.getAddress().getPort());
      assertThat(typed.exitCode()).isEqualTo(2);
      assertThat(typed.err()).contains("no trusted connection", "date -u");
      assertThat(asked).isEmpty();
    } finally {
      stranger.stop(0);
    }
  }

  @Test
  void theSignatureDoesNotTravelOpenly() {
    for (String open :
        List.of("http://gas.bitmind.ai", "http://203.0.113.7:8080", "http://127.0.0.1.evil.org")) {
      Typed typed = perf("--api-url", open);
      assertThat(typed.exitCode()).isEqualTo(2);
      assertThat(typed.err()).contains("could be read", "write https://");
    }
    assertThat(perf("--api-url", "gas.bitmind.ai").err()).contains("https://gas.bitmind.ai");
    assertThat(perf("--api-url", "https://a@b.org").err()).contains("may hold no");
    assertThat(perf("--api-url", "https://b.org/?x=").err()).contains("may hold no");
    assertThat(api.queries()).isEmpty();
  }

  @Test
  void wrongFlagsAreSaid() {
    assertThat(perf("--modality", "text").err()).contains("none of image, video, audio");
    assertThat(perf("--lookback-days", "0").err()).contains("1 to 3650");
    assertThat(perf("--timeout", "0").err()).contains("1 to 3600");
  }

  @Test
  void nothingOfTheServersReachesTheTerminalAsItIs() {
    String wild = "\\u001b]0;owned\\u0007\\u009b31m\\u202e\\u007f";
    api.answers(401, "{\"detail\": \"" + wild + "\"}");
    assertThat(perf().err())
        .doesNotContainPattern("[\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u202e]");
    api.answers(
        200,
        "{\"%s\": 1, \"verification\": {\"by_validator\": [{\"validator_hotkey\": \"%s\"}, 7]}}"
            .formatted(wild, wild));
    assertThat(perf().out())
        .doesNotContainPattern("[\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u202e]");
    assertThat(perf("--json").out())
        .doesNotContainPattern("[\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u202e]");
    assertThat(perf("--json").out()).contains("\\u001B]0;owned");
  }

  @Test
  void damagedAnswersAreShownOrRefusedAndNeverBreakAnything() {
    byte[] whole = WHOLE.getBytes(StandardCharsets.UTF_8);
    Random random = new Random(34);
    for (int i = 0; i < 60; i++) {
      byte[] damaged =
          Arrays.copyOf(whole, i % 2 == 0 ? whole.length : random.nextInt(whole.length));
      for (int flips = random.nextInt(6); flips > 0 && damaged.length > 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      api.answers(200, damaged);
      Typed typed = perf();
      assertThat(typed.exitCode()).isBetween(0, 2);
      assertThat(typed.out() + typed.err()).doesNotContain("\tat ");
    }
  }

  private void hotkey(String wallet, String name, String uri) throws IOException {
    Path folder = Files.createDirectories(temp.resolve("wallets/" + wallet + "/hotkeys"));
    Path file = Files.write(folder.resolve(name), HotkeyFile.write(Hotkey.fromUri(uri)));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private Typed perf(String... more) {
    String[] first = {"generator", "performance", "--env-file", env.toString()};
    String[] whole = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, whole, first.length, more.length);
    return Typed.gascli(whole);
  }
}
