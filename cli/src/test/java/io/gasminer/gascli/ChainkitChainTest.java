package io.gasminer.gascli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.chain.MetagraphSnapshot;
import io.gasminer.testkit.Chainkit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The chain's commands against the real runtime, new and old. */
class ChainkitChainTest {
  private static final String BOB =
      "{\"secretSeed\":\"0x398f0c28f98885e046333d4a41c19cee4c37368a9832c6502f6cfd182e2aef89\"}";
  private static final String EVE =
      "{\"secretSeed\":\"0x786ad0e2df456fe43dd1f91ebca22e235bc162e0bb8d53c633e8c85b2af68b7a\"}";

  @TempDir private Path temp;

  @ParameterizedTest
  @CsvSource({"state-sn34-8,293", "state-sn34-256,293", "state-sn34-8-spec103,103"})
  void theMetagraphIsWhatTheStateSaysNeuronByNeuron(String state, long spec) throws Exception {
    ReadableState expected = ReadableState.of(state);
    try (Chainkit chain = Chainkit.start(state)) {
      Typed status = typed(chain, "status", "--json");
      assertThat(status.exitCode()).as(status.err()).isZero();
      assertThat(JsonMapper.shared().readTree(status.out()).path("spec_version").asLong())
          .isEqualTo(spec);
      Typed typed = typed(chain, "metagraph", "--netuid", "34", "--json");
      assertThat(typed.exitCode()).as(typed.err()).isZero();
      JsonNode metagraph = JsonMapper.shared().readTree(typed.out());
      assertThat(expected.differences(metagraph)).isEmpty();
      MetagraphSnapshot snapshot =
          MetagraphSnapshot.parse(typed.out().getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
      assertThat(snapshot.netuid()).isEqualTo(34);
      assertThat(snapshot.neurons()).hasSize(metagraph.path("neurons").size());
      Typed table = typed(chain, "metagraph", "--netuid", "34");
      assertThat(table.out().lines()).hasSize(metagraph.path("neurons").size() + 2);
    }
  }

  @Test
  void anAxonIsShownRehearsedAnnouncedAndThenLeftAlone() throws Exception {
    try (Chainkit chain = Chainkit.start()) {
      String[] seven = {"serve-axon", "--netuid", "34", "--ip", "203.0.113.7", "--port", "18101"};
      Typed rehearsed = typed(chain, BOB, with(seven, "--dry-run"));
      assertThat(rehearsed.exitCode()).as(rehearsed.err()).isZero();
      assertThat(rehearsed.out()).contains("announced:  nothing", "Nothing was sent (--dry-run)");
      Typed unasked = typed(chain, BOB, seven);
      assertThat(unasked.exitCode()).isEqualTo(2);
      assertThat(unasked.err()).contains("nobody agreed", "--yes");
      Typed served = typed(chain, BOB, with(seven, "--yes"));
      assertThat(served.exitCode()).as(served.err()).isZero();
      assertThat(served.out()).contains("The chain says it now: 203.0.113.7:18101, final in block");
      Typed again = typed(chain, BOB, with(seven, "--yes"));
      assertThat(again.exitCode()).isZero();
      assertThat(again.out()).contains("The chain says so already", "nothing was sent");
      seven[4] = "203.0.113.8";
      Typed soon = typed(chain, BOB, with(seven, "--yes"));
      assertThat(soon.exitCode()).isEqualTo(1);
      assertThat(soon.err()).contains("in 5 blocks (about 1 min 0 s)");
      Typed stranger = typed(chain, EVE, with(seven, "--yes"));
      assertThat(stranger.exitCode()).isEqualTo(2);
      assertThat(stranger.err()).contains("not registered", "btcli subnets register --netuid 34");
      assertThat(typed(chain, BOB, "metagraph", "--netuid", "34").out())
          .contains("*1 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty", "this miner has uid 1")
          .contains("203.0.113.7:18101");
      Typed nowhere = typed(chain, "metagraph", "--netuid", "99");
      assertThat(nowhere.exitCode()).isEqualTo(1);
      assertThat(nowhere.err()).contains("the chain has no subnet 99");
    }
  }

  private static String[] with(String[] arguments, String last) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = last;
    return all;
  }

  private Typed typed(Chainkit chain, String keyOrCommand, String... more) throws Exception {
    boolean key = keyOrCommand.startsWith("{");
    Path env = Files.writeString(temp.resolve("x.env"), "BT_WALLET_PATH=" + temp + "\n");
    Path hotkey = temp.resolve("default/hotkeys/default");
    Files.createDirectories(hotkey.getParent());
    Files.writeString(hotkey, key ? keyOrCommand : BOB);
    Files.setPosixFilePermissions(hotkey, PosixFilePermissions.fromString("rw-------"));
    String[] first = {
      "chain",
      key ? more[0] : keyOrCommand,
      "--env-file",
      env.toString(),
      "--timeout",
      "90",
      "--endpoint",
      chain.address()
    };
    String[] rest = key ? java.util.Arrays.copyOfRange(more, 1, more.length) : more;
    String[] whole = java.util.Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, whole, first.length, rest.length);
    return Typed.gascli(whole);
  }
}
