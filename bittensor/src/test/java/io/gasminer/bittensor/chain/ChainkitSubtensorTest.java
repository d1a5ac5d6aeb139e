package io.gasminer.bittensor.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.rpc.Endpoints;
import io.gasminer.bittensor.rpc.Node;
import io.gasminer.bittensor.rpc.NodeEvents;
import io.gasminer.bittensor.rpc.NodeSettings;
import io.gasminer.bittensor.rpc.RpcCall;
import io.gasminer.bittensor.rpc.Surroundings;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.testkit.Chainkit;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What the miner asks and tells, against the real runtime. */
final class ChainkitSubtensorTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int NETUID = 34;
  private static final Hotkey ALICE = Hotkey.fromUri("//Alice");
  private static final Hotkey BOB = Hotkey.fromUri("//Bob");
  private static final Hotkey EVE = Hotkey.fromUri("//Eve");

  @Test
  void aNeuronIsFoundAndItsAxonAnnouncedOnce(TestReporter reporter) throws Exception {
    try (Chainkit kit = Chainkit.start();
        Subtensor chain = Subtensor.over(node(kit), LONG)) {
      long begun = System.nanoTime();
      assertThat(got(chain.uid(NETUID, BOB.address()))).isEqualTo(OptionalInt.of(1));
      reporter.publishEntry("connect and registration", millisSince(begun));
      assertThat(got(chain.uid(NETUID, EVE.address()))).isEmpty();
      assertThat(got(chain.axon(NETUID, BOB.address()))).isEmpty();

      begun = System.nanoTime();
      Metagraph metagraph = got(chain.metagraph(NETUID));
      reporter.publishEntry("metagraph, first", millisSince(begun));
      begun = System.nanoTime();
      assertThat(got(chain.metagraph(NETUID))).isEqualTo(metagraph);
      reporter.publishEntry("metagraph, again", millisSince(begun));
      assertThat(metagraph.neurons()).hasSize(8);
      assertThat(metagraph.tempo()).isEqualTo(360);
      Neuron alice = metagraph.neurons().getFirst();
      assertThat(alice.hotkey()).isEqualTo(ALICE.address());
      assertThat(alice.validatorPermit()).isTrue();
      assertThat(alice.stakeInTokens()).isBetween(1_000_263.3, 1_000_263.4);
      assertThat(alice.axon().orElseThrow().place()).isEqualTo("192.0.2.0:8091");

      Axon wanted = Axon.at(InetAddress.getByName("203.0.113.7"), 18_101, 1_000);
      assertThat(chain.serveAxon(NETUID, wanted, EVE, LONG))
          .isEqualTo(new ServeOutcome.NotRegistered());
      assertThat(chain.serveAxon(NETUID, wanted, BOB, LONG))
          .isInstanceOf(ServeOutcome.Served.class);
      assertThat(got(chain.axon(NETUID, BOB.address())))
          .get()
          .matches(announced -> announced.announces(wanted));
      assertThat(chain.serveAxon(NETUID, wanted, BOB, LONG))
          .isInstanceOf(ServeOutcome.Unchanged.class);
      Axon moved = Axon.at(InetAddress.getByName("2001:db8::7"), 18_101, 1_000);
      assertThat(chain.serveAxon(NETUID, moved, BOB, LONG))
          .isInstanceOf(ServeOutcome.TooSoon.class);
      kit(chain, 6);
      assertThat(chain.serveAxon(NETUID, moved, BOB, LONG)).isInstanceOf(ServeOutcome.Served.class);
      assertThat(got(chain.axon(NETUID, BOB.address())).map(Axon::place))
          .isEqualTo(Optional.of("[2001:db8:0:0:0:0:0:7]:18101"));
      ChainStatus status = got(chain.status());
      assertThat(status.runtime()).isEqualTo("node-subtensor");
      assertThat(status.specVersion()).isEqualTo(293);
      assertThat(status.block()).isGreaterThanOrEqualTo(8);
    }
  }

  private static void kit(Subtensor chain, int blocks) {
    assertThat(
            chain.node().call(RpcCall.once("dev_newBlock", Map.of("count", blocks)), LONG).words())
        .isEqualTo("answered");
  }

  private static Node node(Chainkit kit) {
    List<io.gasminer.bittensor.rpc.Endpoint> endpoints =
        ((Endpoints.Reading.Read) Endpoints.parse(kit.address())).endpoints();
    return Node.open(endpoints, NodeSettings.usual(), Surroundings.real(), NodeEvents.none());
  }

  private static <T> T got(Answer<T> answer) {
    return switch (answer) {
      case Answer.Got<T>(T value) -> value;
      case Answer.Unavailable<T>(String reason) -> throw new AssertionError(reason);
    };
  }

  private static String millisSince(long begun) {
    return (System.nanoTime() - begun) / 1_000_000 + " ms";
  }
}
