package io.gasminer.miner.task;

/** Owns the newest attempt to deliver anything, with the task that it was for. */
public record LastDelivery(TaskId task, Attempt attempt) {}
