package io.gasminer.gascli.process;

import java.io.PrintWriter;

/**
 * Owns the line that tells how far something is: one that changes on a terminal, a new one for each
 * news elsewhere. For one thread.
 */
public final class ProgressLine {
  private final PrintWriter out;
  private final boolean terminal;
  private String last = "";

  /** A line on that paper; {@code terminal} says whether it can be written over. */
  public ProgressLine(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Says what is going on, and for how long it has been. */
  public void say(String text, long seconds) {
    if (terminal) {
      out.print("\r" + text + " … " + seconds + " s\u001b[K");
      out.flush();
    } else if (!text.equals(last)) {
      out.println(text);
      out.flush();
    }
    last = text;
  }

  /** Leaves the place to what is printed next. */
  public void end() {
    if (terminal && !last.isEmpty()) {
      out.print("\r\u001b[K");
      out.flush();
    }
    last = "";
  }
}
