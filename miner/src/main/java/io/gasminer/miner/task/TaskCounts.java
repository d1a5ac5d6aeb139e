package io.gasminer.miner.task;

/** How many tasks the store holds in each state. */
public record TaskCounts(long pending, long processing, long completed, long failed) {
  /** All of them. */
  public long total() {
    return pending + processing + completed + failed;
  }
}
