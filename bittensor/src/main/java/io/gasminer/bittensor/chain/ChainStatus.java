package io.gasminer.bittensor.chain;

import java.time.Instant;

/**
 * A look at the chain.
 *
 * @param runtime the runtime's name, as in {@code node-subtensor}
 * @param block the newest
 * @param finalized the newest that cannot be undone
 * @param at the time that the newest block carries
 */
public record ChainStatus(
    String runtime, long specVersion, String genesis, long block, long finalized, Instant at) {}
