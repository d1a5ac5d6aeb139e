package io.gasminer.gascli.status;

import java.time.Instant;
import java.util.Optional;

/** What the store tells of the tasks. */
public sealed interface Ledger {
  /**
   * It was read.
   *
   * @param delivered what validators recorded in the last 24 hours
   * @param failed what failed in that time
   */
  record Read(
      long pending, long processing, long delivered, long failed, Optional<LastWord> lastWord)
      implements Ledger {}

  /** It could not be read, or there is none; says why. */
  record Unread(String why) implements Ledger {}

  /**
   * The last attempt to deliver, and what came of it.
   *
   * @param outcome the miner's name for it
   * @param status the validator's HTTP status; empty where no answer came
   * @param answer the validator's words, or why there was no answer
   */
  record LastWord(
      String task, Instant at, String outcome, Optional<Integer> status, String answer) {}

  /** The way to the store, within a few seconds. */
  interface Reading {
    Ledger read();
  }
}
