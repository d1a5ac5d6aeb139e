package io.gasminer.gascli.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/** Owns what the demo shows while it runs. Thread-safe; silent when JSON is asked for. */
final class DemoScreen {
  private final PrintWriter out;
  private final boolean silent;
  private final Instant start;

  DemoScreen(PrintWriter out, boolean silent, Instant start) {
    this.out = out;
    this.silent = silent;
    this.start = start;
  }

  /** A line under no challenge. */
  synchronized void say(String text) {
    if (!silent) {
      out.println(text);
      out.flush();
    }
  }

  /** One step of one challenge, with the time since the demo began. */
  synchronized void step(Instant at, String modality, String step, String detail) {
    double seconds = Duration.between(start, at).toMillis() / 1000.0;
    say("%7.2f s  %-5s  %-10s  %s".formatted(seconds, modality, step, detail));
  }
}
