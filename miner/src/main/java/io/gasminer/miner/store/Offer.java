package io.gasminer.miner.store;

import io.gasminer.miner.task.AcceptOutcome;
import io.gasminer.miner.task.SeenRequest;
import io.gasminer.miner.task.Task;

/** Owns a task that is offered, with the caller who waits for the yes or no. */
record Offer(Task task, SeenRequest request, Pending<AcceptOutcome> pending) {}
