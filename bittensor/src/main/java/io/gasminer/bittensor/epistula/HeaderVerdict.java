package io.gasminer.bittensor.epistula;

/** What the headers alone say: a claim whose signature the body decides, or a fault. */
public sealed interface HeaderVerdict permits Claimed, EpistulaFault {}
