package io.gasminer.gascli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.testkit.Chainkit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the doctor says of the chain, against the real runtime. */
class ChainkitDoctorTest {
  private static final String BOB =
      "{\"secretSeed\":\"0x398f0c28f98885e046333d4a41c19cee4c37368a9832c6502f6cfd182e2aef89\"}";

  @TempDir private Path temp;

  @Test
  void theChainTheUidAndTheAxonAreLookedAt() throws Exception {
    Path hotkey = temp.resolve("default/hotkeys/default");
    Files.createDirectories(hotkey.getParent());
    Files.writeString(hotkey, BOB);
    Files.setPosixFilePermissions(hotkey, PosixFilePermissions.fromString("rw-------"));
    try (Chainkit chain = Chainkit.start()) {
      Map<String, String> states = states(chain.address(), "203.0.113.7");
      // The state is of last year, and no block is made.
      assertThat(states.get("chain")).startsWith("failure").contains("the newest block is");
      assertThat(states.get("registration")).startsWith("ok uid 1 on subnet 34");
      assertThat(states.get("axon")).startsWith("warning the chain announces");
      Typed served =
          Typed.gascli(
              "chain",
              "serve-axon",
              "--env-file",
              env(chain.address()).toString(),
              "--timeout",
              "90",
              "--ip",
              "203.0.113.7",
              "--port",
              "18101",
              "--yes");
      assertThat(served.exitCode()).as(served.err()).isZero();
      assertThat(states(chain.address(), "203.0.113.7").get("axon"))
          .isEqualTo("ok the chain announces 203.0.113.7:18101");
      assertThat(states(chain.address(), "203.0.113.9").get("axon"))
          .isEqualTo(
              "warning the chain announces 203.0.113.7:18101, and this machine is 203.0.113.9");
    }
  }

  private Path env(String endpoint) throws Exception {
    return Files.writeString(
        temp.resolve("x.env"),
        "BT_WALLET_PATH=" + temp + "\nBT_NETUID=34\nBT_CHAIN_ENDPOINT=" + endpoint + "\n");
  }

  private Map<String, String> states(String endpoint, String ip) throws Exception {
    Typed typed =
        Typed.gascli(
            "doctor",
            "--json",
            "--timeout",
            "120",
            "--ntp",
            "127.0.0.1:1",
            "--env-file",
            env(endpoint).toString(),
            "--axon.external_ip",
            ip,
            "--axon.port",
            "18101");
    Map<String, String> states = new LinkedHashMap<>();
    for (JsonNode finding : JsonMapper.shared().readTree(typed.out()).path("findings")) {
      states.put(
          finding.path("check").asString(),
          finding.path("state").asString() + " " + finding.path("what").asString());
    }
    return states;
  }
}
