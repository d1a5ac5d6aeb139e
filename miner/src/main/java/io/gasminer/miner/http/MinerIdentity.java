package io.gasminer.miner.http;

import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.miner.chain.MetagraphSnapshot;
import io.gasminer.miner.chain.ValidatorRegistry;
import java.time.Instant;

/**
 * Owns who answers: what {@code /miner_info} says of the process.
 *
 * @param registry tells the uid, which may change while the process runs
 * @param startedAt from when the uptime counts
 */
public record MinerIdentity(
    Ss58Address hotkey, ValidatorRegistry registry, String version, Instant startedAt) {
  /** The block that the validators are known from, and how many seconds ago it was read. */
  Json metagraph(Instant now) {
    MetagraphSnapshot snapshot = registry.snapshot();
    return new Json().add("block", snapshot.block()).add("age", snapshot.age(now));
  }
}
