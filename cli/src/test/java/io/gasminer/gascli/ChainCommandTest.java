package io.gasminer.gascli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.chain.WarmUpNode;
import io.gasminer.testkit.FreePort;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainCommandTest {
  @TempDir private Path temp;

  @Test
  void everyCommandExplainsItselfAndTakesAnEndpoint() {
    for (String command : new String[] {"status", "metagraph", "serve-axon"}) {
      Typed help = Typed.gascli("chain", command, "--help");
      assertThat(help.exitCode()).as(command).isZero();
      assertThat(help.out()).as(command).contains("--endpoint", "--timeout", "BT_CHAIN_ENDPOINT");
    }
    assertThat(Typed.gascli("chain").err()).startsWith("Usage: gascli chain");
  }

  @Test
  void aChainThatCannotBeReachedIsOneMessageWithEveryEndpointAndExitCodeOne() throws Exception {
    String closed = "ws://127.0.0.1:" + FreePort.find();
    String other = "ws://127.0.0.1:" + FreePort.find();
    Typed typed = Typed.gascli("chain", "status", "--endpoint", closed + "," + other);
    assertThat(typed.exitCode()).isEqualTo(1);
    assertThat(typed.err().lines()).hasSize(1);
    assertThat(typed.err()).contains(closed, other, "nothing listens there", "Next step:");
    assertThat(typed.out()).isEmpty();
  }

  @Test
  void anEndpointThatSaysNothingIsGivenUpWithinTheTimeOut() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "ws://127.0.0.1:" + silent.getLocalPort();
      for (String command : new String[] {"status", "metagraph"}) {
        long begun = System.nanoTime();
        Typed typed = Typed.gascli("chain", command, "--endpoint", address, "--timeout", "1");
        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err()).contains(address, "no answer in 1 s");
        assertThat(System.nanoTime() - begun).isLessThan(5_000_000_000L);
      }
    }
  }

  @Test
  void aNodeThatConnectsAndKnowsNoChainIsSaidToAndTakesNoTime() throws Exception {
    try (WarmUpNode node = WarmUpNode.start()) {
      for (String command : new String[] {"status", "metagraph"}) {
        Typed typed = Typed.gascli("chain", command, "--endpoint", node.address());
        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err()).contains(node.address() + " is connected, but did not tell");
      }
    }
  }

  @Test
  void whatIsNoEndpointIsToldWithWhatToWrite() {
    Typed word = Typed.gascli("chain", "status", "--endpoint", "fnney");
    assertThat(word.exitCode()).isEqualTo(2);
    assertThat(word.err()).contains("fnney", "finney, test, local");
    Typed open = Typed.gascli("chain", "status", "--endpoint", "ws://203.0.113.7:9944");
    assertThat(open.exitCode()).isEqualTo(2);
    assertThat(open.err()).contains("write wss://");
    assertThat(Typed.gascli("chain", "status", "--timeout", "0").err()).contains("--timeout");
    assertThat(Typed.gascli("chain", "metagraph", "--netuid", "70000").err())
        .contains("BT_NETUID", "0 to 65535");
    assertThat(Typed.gascli("chain", "metagraph", "--sort", "name").err())
        .contains("none of uid, stake, incentive");
  }

  @Test
  void anAxonNeedsAnAddressThatOthersReachAndAHotkeyThatSigns() throws Exception {
    Path env = Files.writeString(temp.resolve("x.env"), "BT_WALLET_PATH=" + temp + "\n");
    assertThat(serve(env).err()).contains("--ip", "BT_AXON_EXTERNAL_IP");
    for (String wrong : new String[] {"127.0.0.1", "0.0.0.0", "::", "224.0.0.1", "fe80::1"}) {
      assertThat(serve(env, "--ip", wrong).err()).contains("no address that others can reach");
    }
    assertThat(serve(env, "--ip", "example.com").err()).contains("no IPv4 or IPv6 address");
    assertThat(serve(env, "--ip", "203.0.113.7", "--port", "0").err()).contains("--port");
    Typed keyless = serve(env, "--ip", "203.0.113.7");
    assertThat(keyless.exitCode()).isEqualTo(2);
    assertThat(keyless.err()).contains("does not exist", "gascli wallet new-hotkey");
  }

  private static Typed serve(Path env, String... more) {
    String[] first = {"chain", "serve-axon", "--env-file", env.toString()};
    String[] whole = java.util.Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, whole, first.length, more.length);
    Typed typed = Typed.gascli(whole);
    assertThat(typed.exitCode()).isEqualTo(2);
    return typed;
  }
}
