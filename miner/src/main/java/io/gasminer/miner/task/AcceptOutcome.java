package io.gasminer.miner.task;

/** What became of an offered task. */
public sealed interface AcceptOutcome {
  /** The task and its schedule are on disk; the 201 may leave. */
  record Accepted() implements AcceptOutcome {}

  /** The same signed request was accepted before; nothing was written. */
  record Replayed() implements AcceptOutcome {}

  /** The queue holds as many waiting tasks as it may; nothing was written. */
  record QueueFull(long waiting) implements AcceptOutcome {}

  /** The database refused the write; nothing was promised. */
  record Unavailable(String reason) implements AcceptOutcome {}
}
