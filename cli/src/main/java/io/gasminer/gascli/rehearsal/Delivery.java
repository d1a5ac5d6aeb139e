package io.gasminer.gascli.rehearsal;

import java.time.Instant;
import java.util.Optional;

/**
 * Owns what the receiver got for one task.
 *
 * @param at when the whole of it had arrived
 * @param failure the miner's words where there is no media
 */
public record Delivery(
    String taskId, byte[] body, String contentType, Instant at, Optional<String> failure) {}
