package io.gasminer.miner.steps;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Owns the operator's limits on the steps.
 *
 * @param concurrentGenerations exactly so many generations in parallel on this node
 * @param taskTimeout what a task may take from its start, unless a job of it has been paid for
 * @param deliveryGrace between the accept and the first delivery
 * @param maxTaskAge after which a finished task is forgotten
 * @param cleanUpInterval between two clean-ups
 * @param localCopies the folder to keep media in as well, or empty
 */
public record StepLimits(
    int concurrentGenerations,
    Duration taskTimeout,
    Duration deliveryGrace,
    Duration maxTaskAge,
    Duration cleanUpInterval,
    Optional<Path> localCopies) {}
