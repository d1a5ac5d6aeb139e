package io.gasminer.gascli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.bittensor.wallet.HotkeyFile;
import io.gasminer.gascli.probe.WebStandIn;
import io.gasminer.miner.vitals.Vitals;
import io.gasminer.miner.vitals.VitalsFile;
import io.gasminer.testkit.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatusCommandTest {
  private static final Hotkey HOTKEY = Hotkey.fromUri("//Alice");

  @TempDir private Path temp;
  private Path env;

  @BeforeEach
  void settings() throws Exception {
    env = temp.resolve("x.env");
    settings(FreePort.find());
    Files.createDirectories(temp.resolve("wallets/default/hotkeys"));
    Files.write(temp.resolve("wallets/default/hotkeys/default"), HotkeyFile.write(HOTKEY));
  }

  @Test
  void withoutAMinerTheNextStepIsTold() {
    Typed typed = typed("generator", "status");
    assertThat(typed.exitCode()).isEqualTo(3);
    assertThat(typed.err()).isEmpty();
    assertThat(typed.out())
        .startsWith("Generative miner  · stopped: no miner runs on this state folder")
        .contains("hotkey      " + HOTKEY.address(), "tasks       not known")
        .contains("Next step: gascli generator start");
    Typed all = typed("status");
    assertThat(all.exitCode()).isEqualTo(3);
    assertThat(all.out().lines()).hasSize(2);
    assertThat(all.out()).containsPattern("(?m)^generator +stopped +- +- +- +- +- +\\d+$");
  }

  @Test
  void jsonIsOneValueAndWhatIsNotKnownIsNull() {
    JsonNode one = JsonMapper.shared().readTree(typed("generator", "status", "--json").out());
    assertThat(one.path("state").asString()).isEqualTo("stopped");
    assertThat(one.path("pid").isNull()).isTrue();
    assertThat(one.path("in_charge").path("name").asString()).isEqualTo("none");
    assertThat(one.path("tasks").path("not_known_because").asString()).isNotEmpty();
    assertThat(one.path("next_step").asString()).isEqualTo("gascli generator start");
    JsonNode all = JsonMapper.shared().readTree(typed("status", "--json").out());
    assertThat(all.isArray()).isTrue();
    assertThat(all.get(0).path("name").asString()).isEqualTo("generator");
    assertThat(all.get(0).path("state").asString()).isEqualTo("stopped");
  }

  @Test
  void brokenSettingsAreSaidAndTheRestIsToldAllTheSame() throws Exception {
    Files.writeString(
        env, "IMAGE_SERVICE=openai\nBT_AXON_PORT=many\nMINER_STATE_DIR=" + temp + "/state\n");
    Typed typed = typed("generator", "status");
    assertThat(typed.exitCode()).isEqualTo(3);
    assertThat(typed.out())
        .contains("· stopped", "the settings are wrong, so a start would fail")
        .contains("OPENAI_API_KEY", "BT_AXON_PORT");
  }

  @Test
  void aSettingsFileThatIsNamedMustExist() {
    Typed typed =
        Typed.gascli("generator", "status", "--env-file", temp.resolve("absent").toString());
    assertThat(typed.exitCode()).isEqualTo(2);
    assertThat(typed.err()).contains("absent").doesNotContain("\tat ");
  }

  @Test
  void aMinerWhoseProcessIsNotSeenIsToldByItsPort() throws Exception {
    try (WebStandIn miner = new WebStandIn().asMiner()) {
      settings(miner.port());
      Typed unknown = typed("generator", "status");
      assertThat(unknown.exitCode()).isZero();
      assertThat(unknown.out())
          .contains("✓ running", "somebody who is not seen from here", "none that uses");
      // As from a container whose state folder is shared.
      vitals(miner.port()).write();
      Typed shared = typed("generator", "status");
      assertThat(shared.out())
          .contains("uid         17", "block       5,123,456")
          .contains("! RunwayService: video; left alone for 4 min", "the key was")
          .doesNotContain("none that uses");
    }
  }

  @Test
  void whatAMinerThatWasKilledHasLeftIsNotToldOfANewOne() throws Exception {
    new VitalsFile(
            temp.resolve("state"),
            () -> vitals(4711, Instant.now().minusSeconds(7_200), FreePort.find()))
        .write();
    Typed typed = typed("generator", "status");
    assertThat(typed.exitCode()).isEqualTo(3);
    assertThat(typed.out()).contains("· stopped").doesNotContain("uid ", "service ");
  }

  @Test
  void theHelpTellsTheExitCodes() {
    assertThat(Typed.gascli("generator", "status", "--help").out())
        .contains("Ends with 0", "3 when it does not run", "--json");
    assertThat(Typed.gascli("status", "--help").out()).contains("Show status of all services");
    assertThat(Typed.gascli("--help").out()).contains("status");
  }

  private VitalsFile vitals(int port) {
    return new VitalsFile(temp.resolve("state"), () -> vitals(1, Instant.now(), port));
  }

  private static Vitals vitals(long pid, Instant now, int port) {
    return new Vitals(
        pid,
        "0.1.0",
        now.minusSeconds(3_600),
        now,
        port,
        HOTKEY.address().toString(),
        new Vitals.Chain(Optional.of(17), 5_123_456, now.minusSeconds(600)),
        List.of(
            new Vitals.Service("OpenAIService", true, List.of("image"), Optional.empty()),
            new Vitals.Service(
                "RunwayService",
                true,
                List.of("video"),
                Optional.of(new Vitals.Rest("the key was refused", now.plusSeconds(290))))));
  }

  private void settings(int port) throws IOException {
    Files.writeString(
        env,
        """
        OPENAI_API_KEY=k
        BT_AXON_PORT=%d
        BT_WALLET_PATH=%s/wallets
        MINER_STATE_DIR=%s/state
        """
            .formatted(port, temp, temp));
  }

  private Typed typed(String... words) {
    String[] whole = java.util.Arrays.copyOf(words, words.length + 2);
    whole[words.length] = "--env-file";
    whole[words.length + 1] = env.toString();
    return Typed.gascli(whole);
  }
}
