package io.gasminer.miner.task;

import java.time.Instant;

/**
 * Owns where a task stands that is not over: the step that comes next.
 *
 * @param delivering whether the next step is its delivery; otherwise it is its generation
 * @param due when that step is taken up, or was
 * @param running whether a node has taken it up
 */
public record Standing(boolean delivering, Instant due, boolean running) {}
