package io.gasminer.miner.task;

/** Owns one delivery attempt together with the whole task that it was for. */
public record TaskReceipt(Task task, Attempt attempt) {}
