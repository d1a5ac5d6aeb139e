package io.gasminer.gascli.status;

import io.gasminer.gascli.paper.Paper.Ink;

/** Owns the states that a miner is seen in, and what a script hears of them. */
public enum State {
  RUNNING("running", 0, Ink.GOOD),
  NOT_ANSWERING("not answering", 1, Ink.BAD),
  STARTING("starting", 3, Ink.WARN),
  BACKING_OFF("waiting to be started again", 3, Ink.WARN),
  STOPPED("stopped", 3, Ink.FAINT),
  FAILED("failed", 3, Ink.BAD);

  private final String words;
  private final int exitCode;
  private final Ink ink;

  State(String words, int exitCode, Ink ink) {
    this.words = words;
    this.exitCode = exitCode;
    this.ink = ink;
  }

  /** In words. */
  public String words() {
    return words;
  }

  /** A stable name for scripts: {@code running}, {@code not-answering}, {@code backing-off}, … */
  public String wireName() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** 0 where it runs, 3 where it does not, as other systems' {@code status} ends. */
  public int exitCode() {
    return exitCode;
  }

  Ink ink() {
    return ink;
  }
}
