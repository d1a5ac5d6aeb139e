package io.gasminer.miner.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.chain.Axon;
import io.gasminer.bittensor.chain.Metagraph;
import io.gasminer.bittensor.chain.Neuron;
import io.gasminer.bittensor.chain.ServeOutcome;
import io.gasminer.bittensor.wallet.Hotkey;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the miner may rely on, whichever chain it looks at. */
abstract class ChainViewContract {
  static final Hotkey ALICE = Hotkey.fromUri("//Alice");
  static final Hotkey BOB = Hotkey.fromUri("//Bob");
  static final Hotkey EVE = Hotkey.fromUri("//Eve");

  /** A chain on which Alice is a validator, Bob a miner without an axon, and Eve a stranger. */
  interface Subject extends AutoCloseable {
    /** What that hotkey sees; the last one that was made is in use. */
    ChainView seenBy(Hotkey hotkey);

    void mine(int blocks);

    @Override
    void close();
  }

  abstract Subject subject();

  @Test
  void theChainIsSeenAsItIsAndToldOnce() throws Exception {
    try (Subject chain = subject()) {
      try (ChainView stranger = chain.seenBy(EVE)) {
        assertThat(stranger.serveAxon(at("203.0.113.7")))
            .isEqualTo(new ServeOutcome.NotRegistered());
      }
      ChainView view = chain.seenBy(BOB);
      try (ChainView.Blocks blocks = view.blocks()) {
        Metagraph metagraph = view.metagraph().found().orElseThrow();
        assertThat(metagraph.netuid()).isEqualTo(34);
        assertThat(metagraph.tempo()).isEqualTo(360);
        assertThat(metagraph.neurons())
            .extracting(Neuron::hotkey)
            .contains(ALICE.address(), BOB.address())
            .doesNotContain(EVE.address());
        assertThat(metagraph.neurons().getFirst().stakeInTokens()).isGreaterThan(20_000);
        Axon first = at("203.0.113.7");
        assertThat(view.serveAxon(first)).isInstanceOf(ServeOutcome.Served.class);
        assertThat(view.serveAxon(first)).isInstanceOf(ServeOutcome.Unchanged.class);
        Axon moved = at("203.0.113.8");
        assertThat(view.serveAxon(moved)).isInstanceOf(ServeOutcome.TooSoon.class);
        chain.mine(6);
        assertThat(view.serveAxon(moved)).isInstanceOf(ServeOutcome.Served.class);
        assertThat(view.metagraph().found().orElseThrow().block())
            .isGreaterThanOrEqualTo(metagraph.block() + 8);
        view.close();
        assertThat(last(blocks)).isEqualTo(new ChainView.Next.Closed());
      }
    }
  }

  private static ChainView.Next last(ChainView.Blocks blocks) throws InterruptedException {
    ChainView.Next next = blocks.next(Duration.ofSeconds(5));
    for (int i = 0; i < 20 && !(next instanceof ChainView.Next.Closed); i++) {
      next = blocks.next(Duration.ofSeconds(5));
    }
    return next;
  }

  private static Axon at(String address) {
    return Axon.at(InetAddress.ofLiteral(address), 8093, 1_002_003);
  }
}
