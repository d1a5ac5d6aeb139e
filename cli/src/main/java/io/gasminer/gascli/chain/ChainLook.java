package io.gasminer.gascli.chain;

import io.gasminer.bittensor.chain.ChainStatus;
import io.gasminer.bittensor.rpc.Endpoint;
import java.time.Duration;
import java.util.Optional;

/**
 * Owns one look at the chain.
 *
 * @param latency of the quickest of a few small questions
 * @param passedOver why endpoints before this one were not taken
 */
public record ChainLook(
    Endpoint endpoint, ChainStatus status, Duration latency, Optional<String> passedOver) {}
