package io.gasminer.miner.chain;

import java.time.Duration;

/** Owns what came of reading the metagraph anew. */
public sealed interface Refresh {
  /**
   * It was read and is in force.
   *
   * @param callers how many neurons have the stake to be answered
   */
  record Done(long block, int neurons, int callers) implements Refresh {}

  /** It could not be read; the last one stays in force, and who is in it is answered as before. */
  record Kept(String reason, long block, Duration age) implements Refresh {}

  /** What is in force now that it was read. */
  static Done done(MetagraphSnapshot snapshot) {
    return new Done(snapshot.block(), snapshot.neurons().size(), snapshot.callers());
  }
}
