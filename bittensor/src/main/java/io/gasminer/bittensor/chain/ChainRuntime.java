package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.metadata.RuntimeMetadata;
import io.gasminer.bittensor.subtensor.ChainIdentity;

/** Owns the runtime that a chain runs at present: its name, its versions and its metadata. */
record ChainRuntime(String name, ChainIdentity identity, RuntimeMetadata metadata) {}
