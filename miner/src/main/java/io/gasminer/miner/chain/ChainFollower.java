package io.gasminer.miner.chain;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Owns when the metagraph is read anew: in each epoch, after each reconnect, and when it has become
 * as old as an epoch without blocks that would say so.
 *
 * <p>An epoch of a subnet ends where {@code (block + netuid + 1)} is a multiple of {@code tempo +
 * 1}; stakes count from then on. Runs on one virtual thread.
 */
final class ChainFollower implements Runnable {
  private static final Duration BLOCK = Duration.ofSeconds(12);
  private static final int USUAL_TEMPO = 360;

  private final ChainView chain;
  private final ChainRegistry registry;
  private final RefreshRhythm rhythm;
  private final InstantSource clock;
  private Instant notBefore = Instant.MIN;
  private int failures;
  private boolean wanted;

  ChainFollower(
      ChainView chain, ChainRegistry registry, RefreshRhythm rhythm, InstantSource clock) {
    this.chain = chain;
    this.registry = registry;
    this.rhythm = rhythm;
    this.clock = clock;
    // What was saved by an earlier life is due at once.
    this.wanted = registry.tempo() == 0;
  }

  @Override
  public void run() {
    try (ChainView.Blocks blocks = chain.blocks()) {
      while (!Thread.currentThread().isInterrupted()) {
        switch (blocks.next(rhythm.lookEvery())) {
          case ChainView.Next.Block(long number) -> wanted |= isOfAnotherEpoch(number);
          case ChainView.Next.Gap _ -> wanted = true;
          case ChainView.Next.Quiet _ -> {}
          case ChainView.Next.Closed _ -> {
            return;
          }
        }
        readIfDue();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isOfAnotherEpoch(long block) {
    MetagraphSnapshot last = registry.snapshot();
    return epoch(block, last.netuid()) != epoch(last.block(), last.netuid());
  }

  private long epoch(long block, int netuid) {
    return (block + netuid + 1) / (tempo() + 1L);
  }

  private int tempo() {
    return registry.tempo() > 0 ? registry.tempo() : USUAL_TEMPO;
  }

  private void readIfDue() {
    Instant now = clock.instant();
    boolean old = registry.snapshot().age(now).compareTo(BLOCK.multipliedBy(tempo() + 1L)) >= 0;
    if ((wanted || old) && !now.isBefore(notBefore)) {
      wanted = registry.refresh() instanceof Refresh.Kept;
      failures = wanted ? failures + 1 : 0;
      notBefore = clock.instant().plus(rhythm.after(failures));
    }
  }
}
