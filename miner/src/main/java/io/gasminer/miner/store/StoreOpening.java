package io.gasminer.miner.store;

/** What opening the store ended in. */
public sealed interface StoreOpening {
  /** The store is open and its tables are current. */
  record Opened(SqlTaskStore store) implements StoreOpening {}

  /**
   * The configuration cannot work: the state folder is taken or not writable, the database's
   * address or credentials are wrong. The operator must act; exit code 2.
   */
  record Refused(String reason) implements StoreOpening {}

  /** The database does not answer; starting again may help. Exit code 1. */
  record Unavailable(String reason) implements StoreOpening {}
}
