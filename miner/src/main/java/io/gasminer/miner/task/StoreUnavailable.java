package io.gasminer.miner.task;

/** The database did not answer; nothing is known to have been written. */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what was tried and what the database said. */
  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
