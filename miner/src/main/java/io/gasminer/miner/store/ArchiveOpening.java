package io.gasminer.miner.store;

import io.gasminer.miner.task.TaskArchive;

/** What opening the store for reading ended in. */
public sealed interface ArchiveOpening {
  /** It can be read; the caller closes it. */
  record Opened(TaskArchive archive) implements ArchiveOpening {}

  /** No miner has made a store there yet. */
  record Nothing(String why) implements ArchiveOpening {}

  /** There is one, and it cannot be read now, or not by this version; the text says what to do. */
  record Unavailable(String why) implements ArchiveOpening {}
}
