package io.gasminer.miner.generation.http;

import io.gasminer.miner.delivery.Resolver;
import io.gasminer.miner.events.ProviderEvents;
import io.gasminer.miner.task.Pause;
import java.time.InstantSource;

/** Owns what every provider is handed from outside: time, waiting, names, and an ear. */
public record Surroundings(
    InstantSource clock, Pause pause, Resolver resolver, ProviderEvents events) {}
