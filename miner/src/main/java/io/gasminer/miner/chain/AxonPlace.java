package io.gasminer.miner.chain;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Owns what the miner announces of itself.
 *
 * @param address as configured; empty when it has to be found
 * @param port that validators call
 * @param version of this program, as the chain's number
 */
public record AxonPlace(Optional<InetAddress> address, int port, long version) {}
