package io.gasminer.miner.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ConfigLoaderTest {
  private static final Path BASE = Path.of("/srv/miner");
  private static final Path README = Path.of("..", "README.md");
  private static final Path TEMPLATE = Path.of("..", ".env.gen_miner.template");

  @Test
  void flagsWinOverTheEnvironmentAndItWinsOverTheFile() {
    MinerConfig config =
        loaded(
            Map.of("BT_AXON_PORT", "1"),
            Map.of("BT_AXON_PORT", "2", "MINER_TASK_TIMEOUT", "20"),
            "BT_AXON_PORT=3\n"
                + "MINER_TASK_TIMEOUT=30\n"
                + "MINER_MAX_CONCURRENT_TASKS=7\n"
                + "OPENAI_API_KEY=k");
    assertThat(config.chain().listening().port()).isEqualTo(1);
    assertThat(config.limits().taskTimeout()).hasSeconds(20);
    assertThat(config.limits().maxConcurrentTasks()).isEqualTo(7);
  }

  @Test
  void allProblemsAreReportedAtOnce() {
    assertThat(
            problems(
                "BT_AXON_PORT=many\n"
                    + "IMAGE_SERVICE=openai\n"
                    + "VIDEO_SERVICE=openai\n"
                    + "IMAGE_SERVCE=x\n"
                    + "nonsense"))
        .anySatisfy(text -> assertThat(text).contains("BT_AXON_PORT"))
        .anySatisfy(text -> assertThat(text).contains("OPENAI_API_KEY"))
        .anySatisfy(text -> assertThat(text).contains("2026-09-24"))
        .anySatisfy(text -> assertThat(text).contains("did you mean IMAGE_SERVICE?"))
        .anySatisfy(text -> assertThat(text).contains("line 5"))
        .hasSize(5);
  }

  @Test
  void anUnknownServiceIsNamedWithWhatThereIs() {
    assertThat(problems("IMAGE_SERVICE=midjourney\nVIDEO_SERVICE=none"))
        .containsExactly(
            "IMAGE_SERVICE is 'midjourney'; give one of openai, openrouter, stabilityai, sandbox or"
                + " none");
  }

  @Test
  void withoutAChoiceTheFirstServiceWithAKeyServesEachModality() {
    MinerConfig config = loaded(Map.of(), Map.of(), "STABILITY_API_KEY=a\nRUNWAYML_API_SECRET=b");
    assertThat(config.services().image()).contains("stabilityai");
    assertThat(config.services().video()).contains("runway");
  }

  @Test
  void noneSwitchesAModalityOff() {
    MinerConfig config =
        loaded(Map.of(), Map.of(), "IMAGE_SERVICE=none\nVIDEO_SERVICE=runway\nRUNWAYML_API_KEY=b");
    assertThat(config.services().image()).isEmpty();
    assertThat(config.services().video()).contains("runway");
  }

  @Test
  void theSandboxIsRefusedOnAPublicNetwork() {
    assertThat(problems("IMAGE_SERVICE=sandbox")).singleElement().asString().contains("for trials");
    assertThat(
            loaded(
                    Map.of(),
                    Map.of(),
                    "IMAGE_SERVICE=sandbox\nBT_CHAIN_ENDPOINT=ws://127.0.0.1:9944")
                .services()
                .usesSandbox())
        .isTrue();
  }

  @Test
  void theNetworkFollowsFromTheEndpoints() {
    assertThat(netuid("BT_CHAIN_ENDPOINT=finney")).isEqualTo(34);
    assertThat(netuid("BT_CHAIN_ENDPOINT=wss://entrypoint-finney.opentensor.ai:443")).isEqualTo(34);
    assertThat(netuid("BT_CHAIN_ENDPOINT=ws://127.0.0.1:9944,local")).isEqualTo(34);
    assertThat(netuid("BT_CHAIN_ENDPOINT=test")).isEqualTo(379);
    assertThat(netuid("")).isEqualTo(379);
    assertThat(netuid("BT_CHAIN_ENDPOINT=test\nBT_NETUID=7")).isEqualTo(7);
    assertThat(problems("OPENAI_API_KEY=k\nBT_CHAIN_ENDPOINT=test,finney"))
        .singleElement()
        .asString()
        .contains("those of one network");
    assertThat(problems("OPENAI_API_KEY=k\nBT_CHAIN_ENDPOINT=mainet,http://x"))
        .hasSize(2)
        .allSatisfy(text -> assertThat(text).startsWith("BT_CHAIN_ENDPOINT: the endpoint"));
  }

  @Test
  void whatFollowsANodesHostIsNotShown() {
    MinerConfig config =
        loaded(
            Map.of(),
            Map.of(),
            "OPENAI_API_KEY=k\nBT_CHAIN_ENDPOINT=wss://node.example/ws?apikey=abc, finney");
    assertThat(config.toString()).doesNotContain("abc");
    assertThat(config.values())
        .containsEntry(
            "BT_CHAIN_ENDPOINT", new MinerConfig.Origin("wss://node.example/•••, finney", "file"));
  }

  @Test
  void theExternalAddressIsAnAddress() {
    assertThat(
            loaded(Map.of(), Map.of(), "OPENAI_API_KEY=k\nBT_AXON_EXTERNAL_IP=10.1.2.3")
                .chain()
                .announcing())
        .isEqualTo(
            new MinerConfig.Announcing(
                true, Optional.of(InetAddress.ofLiteral("10.1.2.3")), OptionalInt.empty()));
    assertThat(
            loaded(Map.of(), Map.of(), "OPENAI_API_KEY=k\nBT_AXON_ANNOUNCE=false")
                .chain()
                .announcing())
        .isEqualTo(new MinerConfig.Announcing(false, Optional.empty(), OptionalInt.empty()));
    assertThat(
            loaded(Map.of(), Map.of(), "OPENAI_API_KEY=k\nBT_AXON_EXTERNAL_PORT=443")
                .chain()
                .announcing()
                .externalPort())
        .hasValue(443);
    assertThat(problems("OPENAI_API_KEY=k\nBT_AXON_EXTERNAL_PORT=0"))
        .anyMatch(problem -> problem.contains("BT_AXON_EXTERNAL_PORT is '0'"));
    for (String wrong : List.of("my.host.example", "0.0.0.0", "224.0.0.1", "::", "1.2.3.4.5")) {
      assertThat(problems("OPENAI_API_KEY=k\nBT_AXON_EXTERNAL_IP=" + wrong))
          .as(wrong)
          .singleElement()
          .asString()
          .contains("BT_AXON_EXTERNAL_IP is '" + wrong + "'");
    }
  }

  @Test
  void relativePathsStartFromTheBaseWhereverTheCommandIsTyped() {
    MinerConfig config =
        loaded(Map.of(), Map.of("MINER_STATE_DIR", "/var/state"), "OPENAI_API_KEY=k");
    assertThat(config.storage().outputDir())
        .isEqualTo(Path.of("/srv/miner/miner_generated_content"));
    assertThat(config.storage().stateDir()).isEqualTo(Path.of("/var/state"));
  }

  @Test
  void secretsAreNeverShown() {
    MinerConfig config =
        loaded(
            Map.of(),
            Map.of(),
            "OPENAI_API_KEY=sk-very-secret\n"
                + "MINER_DATABASE_URL=jdbc:postgresql://u:pw@h/db?password=pw2");
    assertThat(config.toString()).doesNotContain("sk-very-secret");
    assertThat(config.values().toString()).doesNotContain("sk-very-secret", "pw");
    assertThat(config.values().get("OPENAI_API_KEY"))
        .hasToString("Origin[shown=configured, source=file]");
  }

  @Test
  void dotenvFormsAreRead() {
    MinerConfig config =
        loaded(
            Map.of(),
            Map.of(),
            "# comment\n"
                + "export OPENAI_API_KEY=\"a b\" # why\n"
                + "BT_WALLET_NAME='w' \n"
                + "BT_AXON_PORT=9 # x\n");
    assertThat(config.services().openAiKey().orElseThrow().reveal()).isEqualTo("a b");
    assertThat(config.chain().hotkeyFile().toString()).endsWith("/w/hotkeys/default");
    assertThat(config.chain().listening().port()).isEqualTo(9);
  }

  @Test
  void theTemplateInTheRepositoryIsTheOneTheRowsGive() throws IOException {
    assertThat(Files.readString(TEMPLATE)).isEqualTo(EnvTemplate.template());
  }

  @Test
  void theTableInTheReadmeIsTheOneTheRowsGive() throws IOException {
    assertThat(Files.readString(README)).contains("-->\n" + EnvTemplate.table() + "<!-- /settings");
  }

  @Test
  void theTemplateWithAKeyLoads() {
    String text = EnvTemplate.template().replace("OPENAI_API_KEY=", "OPENAI_API_KEY=x");
    assertThat(loaded(Map.of(), Map.of(), text).chain().netuid()).isEqualTo(379);
  }

  private static int netuid(String line) {
    return loaded(Map.of(), Map.of(), "OPENAI_API_KEY=k\n" + line).chain().netuid();
  }

  private static MinerConfig loaded(
      Map<String, String> flags, Map<String, String> environment, String file) {
    return switch (ConfigLoader.load(flags, environment, Optional.of(file), BASE)) {
      case ConfigLoader.Outcome.Loaded(MinerConfig config) -> config;
      case ConfigLoader.Outcome.Problems(List<String> problems, var values) ->
          throw new AssertionError(problems.toString());
    };
  }

  private static List<String> problems(String file) {
    return switch (ConfigLoader.load(Map.of(), Map.of(), Optional.of(file), BASE)) {
      case ConfigLoader.Outcome.Loaded(MinerConfig config) -> List.of();
      case ConfigLoader.Outcome.Problems(List<String> problems, var values) -> problems;
    };
  }
}
