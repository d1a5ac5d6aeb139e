package io.gasminer.miner.config;

/** Owns a key or a password; {@link #reveal} is the one word to search for in an audit. */
public final class Secret {
  private final String value;

  /** Wraps the secret. */
  public Secret(String value) {
    this.value = value;
  }

  /** The secret itself, for the one call that needs it. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "•••";
  }
}
