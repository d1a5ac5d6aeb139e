package io.gasminer.gascli.paper;

import java.time.Duration;

/** Owns how long spans are put before people: in the two largest units. */
public final class Spans {
  private Spans() {}

  /** The span in words: 40 s, 12 min 3 s, 5 h 0 min, 3 d 4 h. */
  public static String words(Duration span) {
    if (span.isNegative()) {
      return "-" + words(span.negated());
    }
    if (span.toDays() > 0) {
      return span.toDays() + " d " + span.toHoursPart() + " h";
    }
    if (span.toHours() > 0) {
      return span.toHours() + " h " + span.toMinutesPart() + " min";
    }
    return span.toMinutes() > 0
        ? span.toMinutes() + " min " + span.toSecondsPart() + " s"
        : span.toSeconds() + " s";
  }
}
