package io.gasminer.miner.chain;

import io.gasminer.bittensor.chain.Answer;
import io.gasminer.bittensor.chain.Axon;
import io.gasminer.bittensor.chain.Metagraph;
import io.gasminer.bittensor.chain.RuntimeFolder;
import io.gasminer.bittensor.chain.ServeOutcome;
import io.gasminer.bittensor.chain.Subtensor;
import io.gasminer.bittensor.rpc.Feed;
import io.gasminer.bittensor.rpc.FeedEvent;
import io.gasminer.bittensor.rpc.Node;
import io.gasminer.bittensor.rpc.NodeHealth;
import io.gasminer.bittensor.wallet.Hotkey;
import java.time.Duration;
import java.util.Optional;

/** Owns the miner's view of the real chain, over one connection that lasts. Thread-safe. */
public final class SubtensorView implements ChainView {
  private static final Duration QUESTION = Duration.ofSeconds(20);
  // Blocks are final after some 30 s; an extrinsic that stays out for so long is looked for later.
  private static final Duration FINALITY = Duration.ofMinutes(3);

  private final Subtensor chain;
  private final int netuid;
  private final Hotkey hotkey;

  private SubtensorView(Subtensor chain, int netuid, Hotkey hotkey) {
    this.chain = chain;
    this.netuid = netuid;
    this.hotkey = hotkey;
  }

  /** Looks over the connection, which is closed with this. */
  public static SubtensorView over(Node node, int netuid, Hotkey hotkey) {
    return over(node, netuid, hotkey, RuntimeFolder.none());
  }

  /** Looks over the connection, which is closed with this, and keeps what it learns of runtimes. */
  public static SubtensorView over(Node node, int netuid, Hotkey hotkey, RuntimeFolder runtimes) {
    return new SubtensorView(Subtensor.over(node, QUESTION, runtimes), netuid, hotkey);
  }

  @Override
  public Answer<Metagraph> metagraph() {
    return chain.confirmedMetagraph(netuid);
  }

  @Override
  public ServeOutcome serveAxon(Axon wanted) {
    return chain.serveAxon(netuid, wanted, hotkey, FINALITY);
  }

  @Override
  public Blocks blocks() {
    return new HeadBlocks(chain, chain.heads());
  }

  @Override
  public void close() {
    chain.close();
  }

  /** The heads of the connection as blocks. */
  private record HeadBlocks(Subtensor chain, Feed heads) implements Blocks {
    @Override
    public Next next(Duration atMost) throws InterruptedException {
      return switch (heads.next(atMost)) {
        case FeedEvent.Item _ -> newest().<Next>map(Next.Block::new).orElseGet(Next.Quiet::new);
        case FeedEvent.Gap _ -> new Next.Gap();
        case FeedEvent.Quiet _ -> new Next.Quiet();
        // The subscription is asked for again on the next connection.
        case FeedEvent.Refused _ -> new Next.Quiet();
        case FeedEvent.Closed _ -> new Next.Closed();
      };
    }

    private Optional<Long> newest() {
      return chain.health().head().map(NodeHealth.Head::number);
    }

    @Override
    public void close() {
      heads.close();
    }
  }
}
