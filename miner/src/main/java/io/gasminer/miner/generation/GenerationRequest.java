package io.gasminer.miner.generation;

import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.TaskId;
import java.util.Map;

/**
 * Owns what a provider is asked for, after the planner has fitted it to the model's catalogue row.
 *
 * @param model the catalogue row that will serve
 * @param tier the tier to reach ({@code 1K}, {@code 720p}, …)
 * @param parameters the caller's parameters, checked against the row
 */
public record GenerationRequest(
    TaskId task,
    Modality modality,
    String prompt,
    ModelCard model,
    String tier,
    Map<String, Object> parameters) {}
