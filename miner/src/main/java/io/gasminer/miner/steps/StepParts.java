package io.gasminer.miner.steps;

import io.gasminer.miner.delivery.Courier;
import io.gasminer.miner.generation.GenerationPlanner;
import io.gasminer.miner.provenance.ProvenanceGate;
import io.gasminer.miner.task.Handover;
import io.gasminer.miner.task.TaskStore;

/**
 * Owns what the steps work with.
 *
 * @param handover the same store, as what passes tasks between the schedules
 */
public record StepParts(
    TaskStore store,
    Handover handover,
    GenerationPlanner planner,
    ProvenanceGate gate,
    Courier courier) {}
