package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.rehearsal.RehearsalFolder;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that no second try would mend: exit code 2, one message, and the next step in it. */
class RefusedStartAcceptanceTest {
  @TempDir private Path temp;

  @Test
  void aPortThatIsTaken() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());
      assertRefused(
          folder(Map.of("BT_AXON_PORT", port)),
          "cannot listen on 127.0.0.1:" + port,
          "Stop the other process",
          "BT_AXON_PORT");
    }
  }

  @Test
  void aHotkeyThatIsMissing() throws Exception {
    assertRefused(
        folder(Map.of("BT_WALLET_HOTKEY", "absent")),
        "hotkeys/absent does not exist",
        "BT_WALLET_NAME",
        "gascli wallet new-hotkey");
  }

  @Test
  void aHotkeyThatIsEncrypted() throws Exception {
    RehearsalFolder folder = folder(Map.of());
    Files.write(
        folder.hotkeyFile(), "$NACL\u0001\u0002\u0003".getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(folder, "is encrypted (NaCl)", "BT_WALLET_PASSWORD_FILE");
  }

  @Test
  void aServiceWithoutItsKey() throws Exception {
    assertRefused(
        folder(Map.of("IMAGE_SERVICE", "openai")),
        "IMAGE_SERVICE=openai needs its key",
        "set OPENAI_API_KEY");
  }

  @Test
  void aSettingThatThereIsNot() throws Exception {
    assertRefused(
        folder(Map.of("BT_AXON_PROT", "8093")),
        "BT_AXON_PROT, which is no setting",
        "did you mean BT_AXON_PORT?");
  }

  @Test
  void aStateFolderThatAnotherMinerUses() throws Exception {
    try (Rehearsal rehearsal = Rehearsal.with(temp.resolve("first"), Map.of())) {
      rehearsal.startMiner();
      String state = rehearsal.miner().folder.state().toString();
      assertRefused(
          folder(Map.of("MINER_STATE_DIR", state)),
          state + " is in use by process",
          "set another MINER_STATE_DIR");
      assertThat(rehearsal.challenge("image", Rehearsal.SMALL))
          .as("the first one is not disturbed")
          .isPresent();
    }
  }

  @Test
  void theSandboxOnAPublicNetwork() throws Exception {
    assertRefused(
        folder(Map.of("BT_CHAIN_ENDPOINT", "wss://entrypoint-finney.opentensor.ai:443")),
        "the sandbox service is for trials",
        "Choose another IMAGE_SERVICE and VIDEO_SERVICE");
  }

  @Test
  void aMetagraphThatCannotBeRead() throws Exception {
    RehearsalFolder folder = folder(Map.of());
    Files.writeString(folder.metagraphFile(), "{\"netuid\": 34, \"neurons\": [");
    assertRefused(
        folder,
        "BT_METAGRAPH_FILE",
        "metagraph.json, which cannot be used",
        "put a whole snapshot");
    assertRefused(
        folder(Map.of("BT_METAGRAPH_FILE", "absent.json")),
        "BT_METAGRAPH_FILE",
        "absent.json, which does not exist",
        "put a snapshot there");
  }

  @Test
  void anEndpointThatIsNone() throws Exception {
    assertRefused(
        folder(Map.of("BT_CHAIN_ENDPOINT", "ws://127.0.0.1:9944,mainet")),
        "BT_CHAIN_ENDPOINT: the endpoint mainet",
        "write finney, test, local");
  }

  private RehearsalFolder folder(Map<String, String> settings) throws Exception {
    return Rehearsal.folder(Files.createTempDirectory(temp, "case"), settings);
  }

  private static void assertRefused(RehearsalFolder folder, String... words) throws Exception {
    Gascli run =
        Gascli.run(folder.path(), "generator", "run", "--env-file", folder.envFile().toString());
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains("The miner does not start:", "Next step").contains(words);
    assertThat(run.err().lines().filter(line -> line.startsWith("  - "))).as(run.err()).hasSize(1);
    assertThat(run.err()).doesNotContain("\tat ", "Exception");
    assertThat(run.out()).isEmpty();
  }
}
