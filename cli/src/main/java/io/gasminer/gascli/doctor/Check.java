package io.gasminer.gascli.doctor;

import java.util.List;

/** One thing, or a few of a kind, that must be right. Looked at once, on a thread of its own. */
interface Check {
  /** What it is about, in a word or two. */
  String subject();

  /** Looks; interrupted when its time is over. */
  List<Finding> look() throws InterruptedException;

  /**
   * Whether it keeps a processor or native code busy for long. Such a check is given a thread of
   * the operating system, as it would keep virtual threads from running.
   */
  default boolean holdsItsThread() {
    return false;
  }
}
