package io.gasminer.gascli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.testkit.FreePort;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DoctorCommandTest {
  private static final String KEY = "sk-never-to-be-seen-0123456789";

  @TempDir private Path temp;

  @Test
  void everythingBrokenAtOnceIsNamedThingByThingWithinTheBound() throws Exception {
    // Connections are taken and nothing is ever said.
    try (ServerSocket mute = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
      Path state = Files.createDirectories(temp.resolve("state"));
      Files.writeString(state.resolve("tasks.db"), "no database at all, but a text of some length");
      Path inTheWay = Files.writeString(temp.resolve("file"), "");
      Path env = temp.resolve("x.env");
      Files.writeString(
          env,
          """
          IMAGE_SERVICE=openrouter
          VIDEO_SERVICE=runway
          VIDEO_MODEL=gen4.5
          OPEN_ROUTER_API_KEY=%s
          RUNWAYML_API_KEY=%s
          OPEN_ROUTER_BASE_URL=http://127.0.0.1:%d
          RUNWAYML_BASE_URL=http://127.0.0.1:1
          BT_CHAIN_ENDPOINT=ws://127.0.0.1:%d
          BT_WALLET_PATH=%s
          BT_AXON_PORT=%d
          MINER_OUTPUT_DIR=%s
          MINER_STATE_DIR=%s
          MINER_DEVICE=cuda
          MINER_TASK_TIMEOUT=soon
          """
              .formatted(
                  KEY,
                  KEY,
                  mute.getLocalPort(),
                  mute.getLocalPort(),
                  temp,
                  mute.getLocalPort(),
                  inTheWay.resolve("out"),
                  state));
      Files.setPosixFilePermissions(env, PosixFilePermissions.fromString("rw-r--r--"));
      long begun = System.nanoTime();
      Typed typed =
          Typed.gascli(
              "doctor", "--timeout", "3", "--ntp", "127.0.0.1:1", "--env-file", env.toString());
      long seconds = (System.nanoTime() - begun) / 1_000_000_000L;
      assertThat(typed.exitCode()).as(typed.err()).isEqualTo(2);
      assertThat(seconds).isLessThan(20);
      assertThat(typed.out().replaceAll("\\s+", " "))
          .contains("✗ settings MINER_TASK_TIMEOUT is 'soon'")
          .contains("! settings MINER_DEVICE is accepted and ignored")
          .contains("! settings others on this machine may read")
          .contains("✗ output disk", "✗ wallet", "does not exist")
          .contains("! clock nobody tells the time (127.0.0.1:1:")
          .contains("✗ port", "is taken by process")
          .contains("✗ chain", "! registration the chain cannot be reached")
          .contains("! axon what the chain announces is not known")
          .contains("✗ key openrouter", "✗ key runway runway is not reached")
          .contains("! model image openrouter's list of models could not be read")
          .contains("✗ model video gen4.5 does not sign")
          .contains("✗ database", "not a database", "! deliveries")
          .contains("Next step: ");
      assertThat(typed.out() + typed.err()).doesNotContain(KEY);
      assertThat(typed.out().lines().map(String::length)).allMatch(length -> length <= 110);
    }
  }

  @Test
  void jsonIsOneObjectWithAStateForEachThing() throws Exception {
    Path env = Files.writeString(temp.resolve("x.env"), sandbox());
    Files.setPosixFilePermissions(env, PosixFilePermissions.fromString("rw-------"));
    Typed typed = doctor(env, "--json");
    JsonNode json = JsonMapper.shared().readTree(typed.out());
    assertThat(json.propertyNames())
        .containsExactly("version", "at", "ok", "warnings", "failures", "exit_code", "findings");
    assertThat(json.path("exit_code").asInt()).isEqualTo(typed.exitCode()).isEqualTo(2);
    Map<String, Integer> states = new LinkedHashMap<>();
    for (JsonNode finding : json.path("findings")) {
      String state = finding.path("state").asString();
      states.merge(state, 1, Integer::sum);
      TreeSet<String> names = new TreeSet<>(finding.propertyNames());
      assertThat(names)
          .isEqualTo(
              switch (state) {
                case "ok" -> new TreeSet<>(java.util.Set.of("check", "state", "what"));
                case "warning" ->
                    new TreeSet<>(java.util.Set.of("check", "state", "what", "means", "next"));
                default ->
                    new TreeSet<>(
                        java.util.Set.of("check", "state", "what", "means", "next", "may_pass"));
              });
    }
    assertThat(states)
        .containsEntry("ok", json.path("ok").asInt())
        .containsEntry("warning", json.path("warnings").asInt())
        .containsEntry("failure", json.path("failures").asInt());
  }

  @Test
  void whatOnlyTheNetworkLacksEndsWithOne() throws Exception {
    Path hotkey = temp.resolve("default/hotkeys/default");
    Files.createDirectories(hotkey.getParent());
    Files.writeString(
        hotkey,
        "{\"secretSeed\":\"0x398f0c28f98885e046333d4a41c19cee4c37368a9832c6502f6cfd182e2aef89\"}");
    Files.setPosixFilePermissions(hotkey, PosixFilePermissions.fromString("rw-------"));
    Path env = Files.writeString(temp.resolve("x.env"), sandbox());
    Typed typed = doctor(env);
    assertThat(typed.exitCode()).as(typed.out()).isEqualTo(1);
    assertThat(typed.out()).contains("✗ chain", "look again in a while");
  }

  @Test
  void everySettingIsAFlagAndWrongUseIsTold() {
    Typed help = Typed.gascli("doctor", "--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("--json", "--ntp", "--timeout", "--axon.port", "--env-file");
    assertThat(help.out()).doesNotContain("--openai-api-key");
    assertThat(Typed.gascli("doctor", "--timeout", "0").exitCode()).isEqualTo(2);
    assertThat(Typed.gascli("doctor", "--ntp", "a b").err()).contains("write host or host:port");
    Typed absent = Typed.gascli("doctor", "--env-file", temp.resolve("absent").toString());
    assertThat(absent.exitCode()).isEqualTo(2);
    assertThat(absent.err()).contains("cannot be read");
  }

  private String sandbox() throws Exception {
    return """
    IMAGE_SERVICE=sandbox
    BT_CHAIN_ENDPOINT=ws://127.0.0.1:%d
    BT_WALLET_PATH=%s
    BT_AXON_PORT=%d
    BT_AXON_IP=127.0.0.1
    BT_AXON_EXTERNAL_IP=127.0.0.1
    MINER_OUTPUT_DIR=%s
    """
        .formatted(FreePort.find(), temp, FreePort.find(), temp.resolve("out"));
  }

  private static Typed doctor(Path env, String... more) {
    String[] first = {
      "doctor", "--timeout", "10", "--ntp", "127.0.0.1:1", "--env-file", env.toString()
    };
    String[] whole = java.util.Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, whole, first.length, more.length);
    return Typed.gascli(whole);
  }
}
