package io.gasminer.miner.chain;

import io.gasminer.bittensor.chain.Answer;
import io.gasminer.bittensor.chain.Axon;
import io.gasminer.bittensor.chain.Metagraph;
import io.gasminer.bittensor.chain.ServeOutcome;
import java.time.Duration;

/**
 * What this miner asks of the chain for its own hotkey on its own subnet.
 *
 * <p>Questions block the calling virtual thread, each for a bounded time; what the chain says is a
 * claim of a node.
 */
public interface ChainView extends AutoCloseable {
  /** The neurons of the subnet at the newest block. */
  Answer<Metagraph> metagraph();

  /** Announces where the miner can be reached, unless the chain says so already. */
  ServeOutcome serveAxon(Axon wanted);

  /** New blocks, from now on. */
  Blocks blocks();

  @Override
  void close();

  /** One reader of new blocks; a slow one sees the newest. */
  interface Blocks extends AutoCloseable {
    /** Waits for what comes next, at most for the time given. */
    Next next(Duration atMost) throws InterruptedException;

    @Override
    void close();
  }

  /** What comes next. */
  sealed interface Next {
    /** A block with this number; the ones before may not have been seen. */
    record Block(long number) implements Next {}

    /** The connection was another until now: blocks may be missing. */
    record Gap() implements Next {}

    /** Nothing in the time given. */
    record Quiet() implements Next {}

    /** Nothing follows. */
    record Closed() implements Next {}
  }
}
