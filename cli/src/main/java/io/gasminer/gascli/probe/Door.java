package io.gasminer.gascli.probe;

/** What came of knocking at the miner's port. */
public sealed interface Door {
  /** It answered as a miner does. */
  record Answered() implements Door {}

  /** Something took the call and did not answer in time, or not as a miner does. */
  record Silent(String why) implements Door {}

  /** Nobody listens there, or it is not known where that would be. */
  record Closed(String why) implements Door {}
}
