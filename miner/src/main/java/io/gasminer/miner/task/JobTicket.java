package io.gasminer.miner.task;

import java.time.Instant;
import java.util.Map;

/**
 * Owns all that is needed to find a paid job again after a crash.
 *
 * @param provider the provider's name as configuration spells it ({@code openrouter}, …)
 * @param model the model that was asked
 * @param jobId the provider's id for the job
 * @param acceptedAt when the provider accepted it
 * @param details what else the provider needs to find it (poll address, expected price, …); no keys
 */
public record JobTicket(
    String provider, String model, String jobId, Instant acceptedAt, Map<String, String> details) {}
