package io.gasminer.bittensor.epistula;

/** What the signature over the body says: who is calling, or a fault. */
public sealed interface BodyVerdict permits Caller, EpistulaFault {}
