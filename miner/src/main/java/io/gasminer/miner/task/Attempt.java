package io.gasminer.miner.task;

import java.time.Instant;
import java.util.Optional;

/**
 * Owns the receipt of one delivery attempt.
 *
 * @param at when the attempt began
 * @param status the validator's HTTP status, or empty when no answer came
 * @param answer the validator's words (cut to 2,000 characters), or why there was no answer
 * @param outcome a stable name: {@code recorded}, {@code already-processed}, {@code refused},
 *     {@code unknown-task}, {@code not-delivered}, {@code blocked}
 */
public record Attempt(Instant at, Optional<Integer> status, String answer, String outcome) {}
