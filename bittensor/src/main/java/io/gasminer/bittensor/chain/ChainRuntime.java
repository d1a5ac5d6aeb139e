package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.metadata.RuntimeMetadata;
import io.gasminer.bittensor.subtensor.ChainIdentity;

/**
 * Owns the runtime that a chain runs at present: its names, its versions and its metadata.
 *
 * @param name as the runtime calls itself
 * @param exactly which it is
 */
record ChainRuntime(
    String name, RuntimeName exactly, ChainIdentity identity, RuntimeMetadata metadata) {}
